using System.Globalization;
using CustomerValue.Labels;

namespace CustomerValue.Segmentation.Evaluation.Drift;

/// <summary>Puts a movement into words.</summary>
internal static class MovementReason
{
    public static LocalizedText Of(Segment from, Segment to, bool? boundsMoved, IReadOnlyList<MovementCause> causes)
    {
        string english = $"From {from.Label.English} to {to.Label.English}", chinese = $"从“{from.Label.Chinese}”转入“{to.Label.Chinese}”";
        if (boundsMoved == true)
            return new LocalizedText(english + ": the bounds moved when they were fitted again; by the old ones the customer stays.", chinese + "：因重新拟合后界限变化；按原界限该客户未变。");
        if (causes.Count == 0)
            return new LocalizedText(english + ": no known column changed that way.", chinese + "：已知字段中没有相应变化。");
        IEnumerable<(LocalizedText Name, MovementCause Cause)> named = causes.Select(cause => (ColumnWords.Name(cause.Column), cause));
        return new LocalizedText(
            $"{english}: {string.Join(", ", named.Select(pair => $"{pair.Name.English} {Shown(pair.Cause.Before, "unknown")} → {Shown(pair.Cause.After, "unknown")} ({Wording.Percent(pair.Cause.Part)})"))}.",
            $"{chinese}：{string.Join("，", named.Select(pair => $"{pair.Name.Chinese} {Shown(pair.Cause.Before, "未知")} → {Shown(pair.Cause.After, "未知")}（{Wording.Percent(pair.Cause.Part)}）"))}。");
    }

    private static string Shown(string? value, string unknown) => value is null ? unknown
        : double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && !double.IsInfinity(number) && !double.IsNaN(number) ? Wording.Number(number) : value;
}
