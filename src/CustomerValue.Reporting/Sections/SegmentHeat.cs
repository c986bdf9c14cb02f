using System.Globalization;
using CustomerValue.Reporting.Charts;
using CustomerValue.Reporting.Texts;
using CustomerValue.Segmentation.Evaluation;
using CustomerValue.Segmentation.Evaluation.Profiles;

namespace CustomerValue.Reporting.Sections;

/// <summary>How far each group lies above or below the average, in the columns that tell the groups apart most.</summary>
internal static class SegmentHeat
{
    private const int Columns = 8;
    private const double Full = 2;

    public static void Write(Page page, SegmentGroups groups)
    {
        string[] columns = Telling(groups.Profile);
        if (columns.Length == 0 || groups.Segments.Count < 2)
            return;
        page.Element("h4", page.Say(SegmentTexts.Heat));
        HeatTable.Write(page, SegmentTexts.Heat, page.Say(TableTexts.Segment), columns.Select(column => page.Say(ColumnWords.Name(column))), groups.Profile.Segments.Select((profile, group) => Row(page, groups.Name(page, group), profile, columns)));
        page.Element("p", page.Say(SegmentTexts.HeatHow), "note");
    }

    /// <summary>The columns whose means differ most between the groups, each group counted by its customers.</summary>
    private static string[] Telling(SegmentationProfile profile) => [.. profile.Segments
        .SelectMany(segment => segment.Numbers.Select(number => (number.Column, Weight: segment.Share * number.ZScore * number.ZScore)))
        .GroupBy(number => number.Column, (column, numbers) => (Column: column, Spread: numbers.Sum(number => number.Weight)))
        .Where(column => column.Spread > 0.0001)
        .OrderByDescending(column => column.Spread)
        .Take(Columns)
        .Select(column => column.Column)];

    private static (string Name, IReadOnlyList<HeatCell> Cells) Row(Page page, string name, SegmentProfile profile, string[] columns) => (name, [.. columns.Select(column =>
        profile.Numbers.FirstOrDefault(number => number.Column == column) is { } number
            ? new HeatCell(
                Math.Abs(number.ZScore) < 0.05 ? "0" : number.ZScore.ToString("+0.0;−0.0", CultureInfo.InvariantCulture),
                number.ZScore / Full,
                page.Say(SegmentTexts.HeatTip, name, page.Say(ColumnWords.Name(column)), Figure(number.Mean), Figure(number.OverallMean)))
            : new HeatCell("–", 0, ""))]);

    private static string Figure(double value) => Math.Abs(value) < 1 ? Format.Parameter(Math.Round(value, 4)) : Format.Small(value);
}
