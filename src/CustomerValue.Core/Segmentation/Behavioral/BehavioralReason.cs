using System.Globalization;
using CustomerValue.Labels;
using CustomerValue.Segmentation.Rules;

namespace CustomerValue.Segmentation.Behavioral;

/// <summary>Puts the values and bounds that decided into a sentence.</summary>
internal sealed class BehavioralReason(BehavioralDefinition definition, IReadOnlyDictionary<string, BehavioralBound> bounds)
{
    public LocalizedText Of(BehavioralRule rule, double[] values)
    {
        if (rule.Tests.Length > 0)
            return Sentence(rule, "", "", [.. rule.Tests.Select(test => Evidence(test, values, holds: true))]);
        BehavioralTest[] failed = [.. definition.Rules.SelectMany(other => other.Tests).Where(test => test.Bound is null ? double.IsNaN(ValueOf(test, values)) : bounds.ContainsKey(test.Bound) && !double.IsNaN(ValueOf(test, values)) && !Holds(test, values)).Distinct()];
        return Sentence(rule, "no other rule holds, ", "不符合其他规则，", [.. failed.Select(test => Evidence(test, values, holds: test.Bound is null))]);
    }

    public LocalizedText OfIncomplete(double[] values)
    {
        LocalizedText[] missing = [.. definition.Fields.Where((field, i) => field.IsNeeded && double.IsNaN(values[i])).Select(field => field.Label)];
        return new LocalizedText($"Not known: {string.Join(", ", missing.Select(label => label.English))}.", $"缺少：{string.Join("、", missing.Select(label => label.Chinese))}。");
    }

    /// <summary>Whether a test holds; what is missing is in no comparison.</summary>
    public bool Holds(BehavioralTest test, ReadOnlySpan<double> values)
    {
        double value = values[definition.FieldOf(test.Field)];
        return test.Bound is null ? double.IsNaN(value) : bounds.TryGetValue(test.Bound, out BehavioralBound? bound) && Holds(test.Comparison, value, bound.Value!.Value);
    }

    public static bool Holds(Comparison comparison, double value, double bound) => comparison switch
    {
        Comparison.Less => value < bound,
        Comparison.AtMost => value <= bound,
        Comparison.Equal => value == bound,
        Comparison.AtLeast => value >= bound,
        _ => value > bound,
    };

    private static LocalizedText Sentence(BehavioralRule rule, string english, string chinese, LocalizedText[] evidence) => new(
        $"{rule.Segment.Label.English}: {english}{string.Join(", ", evidence.Select(part => part.English))}.",
        $"{rule.Segment.Label.Chinese}：{chinese}{string.Join("，", evidence.Select(part => part.Chinese))}。");

    private double ValueOf(BehavioralTest test, double[] values) => values[definition.FieldOf(test.Field)];

    private LocalizedText Evidence(BehavioralTest test, double[] values, bool holds)
    {
        BehavioralField field = definition.Fields[definition.FieldOf(test.Field)];
        if (test.Bound is null)
            return new LocalizedText($"{field.Label.English} not known, so it had no say", $"{field.Label.Chinese}未知，未参与判断");
        BehavioralBound bound = bounds[test.Bound];
        double value = ValueOf(test, values), limit = bound.Value!.Value;
        string valueText = Text(field.Unit, value), limitText = Text(field.Unit, limit);
        if (valueText == limitText && value != limit)
            (valueText, limitText) = (value.ToString("R", CultureInfo.InvariantCulture), limit.ToString("R", CultureInfo.InvariantCulture));
        Comparison said = holds ? test.Comparison : Opposite(test.Comparison);
        string quantile = bound.Quantile is { } part ? Wording.Percent(part) : "";
        return new LocalizedText(
            $"{field.Label.English} {valueText} ({English(said)} {limitText}{(quantile.Length > 0 ? $", the {quantile} quantile" : "")})",
            $"{field.Label.Chinese}{valueText}（{Chinese(said)}{limitText}{(quantile.Length > 0 ? $"，即{quantile}分位数" : "")}）");
    }

    private static string Text(BehavioralUnit unit, double value) => unit == BehavioralUnit.Share ? Wording.Percent(value) : Wording.Number(value);

    private static Comparison Opposite(Comparison comparison) => comparison switch
    {
        Comparison.Less => Comparison.AtLeast,
        Comparison.AtMost => Comparison.Greater,
        Comparison.AtLeast => Comparison.Less,
        _ => Comparison.AtMost,
    };

    private static string English(Comparison comparison) => comparison switch
    {
        Comparison.Less => "less than",
        Comparison.AtMost => "at most",
        Comparison.AtLeast => "at least",
        _ => "more than",
    };

    private static string Chinese(Comparison comparison) => comparison switch
    {
        Comparison.Less => "低于",
        Comparison.AtMost => "不超过",
        Comparison.AtLeast => "不低于",
        _ => "高于",
    };
}
