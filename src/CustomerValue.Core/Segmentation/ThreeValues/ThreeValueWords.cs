using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.Labels;

namespace CustomerValue.Segmentation.ThreeValues;

/// <summary>Segments, reasons and warnings in words.</summary>
internal static class ThreeValueWords
{
    private static readonly LocalizedText Established = new("established value", "既成价值");
    private static readonly LocalizedText Potential = new("potential value", "潜在价值");
    private static readonly LocalizedText Influence = new("influence value", "影响价值");
    private static readonly LocalizedText High = new("high", "高");
    private static readonly LocalizedText Low = new("low", "低");

    public static Segment Segment(ThreeValueDecision decision)
    {
        (LocalizedText established, LocalizedText potential, LocalizedText influence) = (Level(decision.EstablishedHigh), Level(decision.PotentialHigh), Level(decision.InfluenceHigh));
        return new Segment
        {
            Key = decision.Key,
            Label = decision.Label,
            Description = new LocalizedText(
                $"Established value {established.English}, potential value {potential.English}, influence value {influence.English}.",
                $"既成价值{established.Chinese}、潜在价值{potential.Chinese}、影响价值{influence.Chinese}。"),
        };
    }

    public static LocalizedText Reason(ThreeValueThresholds thresholds, double established, double potential, double influence, Currency currency)
    {
        LocalizedText first = Part(Established, established, thresholds.Established, currency), second = Part(Potential, potential, thresholds.Potential, currency);
        LocalizedText third = double.IsNaN(influence)
            ? new LocalizedText("influence value unknown (counts as low)", "影响价值未知（按低计）")
            : Part(Influence, influence, thresholds.Influence, currency);
        return Sentence(first, second, third);
    }

    public static LocalizedText TierReason(ThreeValueThresholds thresholds, double established, double potential, Currency currency)
    {
        LocalizedText? middle = null;
        if (!thresholds.Established.IsReachedBy(established) && thresholds.Middle.IsReachedBy(established))
        {
            LocalizedText from = Beside(thresholds.Middle.Money!.Value, established, currency);
            middle = new LocalizedText($"middle, from {from.English} on", $"中，自 {from.Chinese} 起");
        }

        return Sentence(Part(Established, established, thresholds.Established, currency, middle), Part(Potential, potential, thresholds.Potential, currency));
    }

    public static SegmentationFit Fit(ThreeValueThresholds thresholds)
    {
        List<KeyValuePair<string, double>> figures = [];
        List<LocalizedText> warnings = [];
        foreach ((string name, ThreeValueThreshold threshold, LocalizedText value) in new[] { ("established", thresholds.Established, Established), ("middle", thresholds.Middle, default), ("potential", thresholds.Potential, Potential), ("influence", thresholds.Influence, Influence) })
        {
            if (threshold.Money is double money)
                figures.Add(new(name, money));
            else if (value != default)
                warnings.Add(new($"Nobody's {value.English} is known to be above 0, so all are low on it.", $"没有客户的{value.Chinese}已知大于 0，因此全部按低计。"));
        }

        return new SegmentationFit { Customers = thresholds.Customers, Figures = figures, Warnings = warnings };
    }

    private static LocalizedText Sentence(params LocalizedText[] parts)
    {
        string english = string.Join("; ", parts.Select(part => part.English));
        return new LocalizedText(char.ToUpperInvariant(english[0]) + english.Substring(1) + ".", string.Join("；", parts.Select(part => part.Chinese)) + "。");
    }

    private static LocalizedText Part(LocalizedText name, double value, ThreeValueThreshold threshold, Currency currency, LocalizedText? below = null)
    {
        LocalizedText low = below ?? Low;
        if (double.IsNaN(value))
            return new($"{name.English} unknown", $"{name.Chinese}未知");
        if (threshold.Money is not double money)
            return new($"{name.English} {Amount(value, currency, false)} ({low.English}: nobody was known to have more than 0)", $"{name.Chinese} {Amount(value, currency, false)}（{low.Chinese}：此前没有客户已知大于 0）");
        bool high = threshold.IsReachedBy(value), exact = IsSame(value, money);
        string sides = $"{Amount(value, currency, exact)} {(high ? "≥" : "<")} {Amount(money, currency, exact)}";
        LocalizedText level = high ? High : low;
        return new($"{name.English} {sides} ({level.English})", $"{name.Chinese} {sides}（{level.Chinese}）");
    }

    public static LocalizedText Name(ThreeValueBound bound) => bound switch
    {
        ThreeValueBound.Potential => Potential,
        ThreeValueBound.Influence => Influence,
        _ => Established,
    };

    /// <summary>An amount with as many digits as tell it from another.</summary>
    public static LocalizedText Beside(double value, double other, Currency currency)
    {
        string amount = Amount(value, currency, IsSame(value, other));
        return new(amount, amount);
    }

    /// <summary>Whether two different amounts look the same with two decimals.</summary>
    private static bool IsSame(double value, double threshold) => value != threshold && Amount(value, default, false) == Amount(threshold, default, false);

    private static string Amount(double value, Currency currency, bool exact) =>
        value.ToString(exact ? "R" : "#,##0.00", CultureInfo.InvariantCulture) + (currency.Beside.Length == 0 ? "" : " " + currency.Beside);

    private static LocalizedText Level(bool high) => high ? High : Low;
}
