using System.Globalization;
using CustomerValue.Loyalty.Overview;
using CustomerValue.Reporting.Charts;
using CustomerValue.Reporting.Texts;

namespace CustomerValue.Reporting.Sections;

/// <summary>Members by tier: now, over the last year, and how they moved.</summary>
internal static class TierFigures
{
    /// <summary>Colours from the lowest tier; more tiers share the last one.</summary>
    private static readonly string[] Styles = ["reach", "residual", "upside", "referred", "established"];

    public static void Write(Sheet sheet, TierOverview tiers)
    {
        sheet.Write("<div class=\"figures start\">");
        Bars(sheet, tiers);
        if (tiers.Dates.Count > 1)
            Layers(sheet, tiers);
        sheet.Write("</div>");
        if (tiers.Dates.Count > 1 && tiers.Sizes(0).Sum() > 0)
            Moves(sheet, tiers);
    }

    private static void Bars(Sheet sheet, TierOverview tiers)
    {
        IReadOnlyList<int> sizes = tiers.Sizes(tiers.Dates.Count - 1);
        int all = Math.Max(1, sizes.Sum());
        StackedBars bars = new(sizes.Select((size, rank) => (IReadOnlyList<StackPart>)[Part(rank, size)]));
        for (int rank = sizes.Count - 1; rank >= 0; rank--)
        {
            string name = Name(sheet, tiers, rank), size = Format.Number(sizes[rank]);
            bars.Add(name, size, [Part(rank, sizes[rank])], sheet.Say(SegmentTexts.PlaceTip, name, size, Format.Percent((double)sizes[rank] / all)));
        }

        sheet.Figure(sheet.Say(LoyaltyTexts.Tiers), sheet.Sentence(LoyaltyTexts.TiersTakeaway, Format.Percent((double)(all - sizes[0]) / all)), bars.ToMarkup(), sheet.Say(LoyaltyTexts.TiersHow));
    }

    private static void Layers(Sheet sheet, TierOverview tiers)
    {
        int days = tiers.Dates.Count;
        IReadOnlyList<int>[] sizes = [.. Enumerable.Range(0, days).Select(tiers.Sizes)];
        Chart chart = new(sheet.Say(LoyaltyTexts.TierSizes), Axis.Places("", [.. tiers.Dates.Select(date => date.ToString("uuuu-MM", CultureInfo.InvariantCulture))], 5), Axis.Count(sheet.Say(LoyaltyTexts.Members), sizes.Max(each => each.Sum())), 420);
        double[] below = new double[days];
        for (int rank = 0; rank < tiers.Levels.Count; rank++)
        {
            double[] above = [.. below.Select((low, day) => low + sizes[day][rank])];
            chart.Area(below.Select((low, day) => (day + 0.5, low, above[day])), "area " + Style(rank), sheet.Say(LoyaltyTexts.TierSizesTip, Name(sheet, tiers, rank), Format.Number(sizes[days - 1][rank]), sheet.Format.Date(tiers.Dates[days - 1])));
            below = above;
        }

        string Above(int day) => Format.Number(sizes[day].Skip(1).Sum());
        string takeaway = sheet.Sentence(LoyaltyTexts.TierSizesTakeaway, sheet.Format.Date(tiers.Dates[0]), sheet.Format.Date(tiers.Dates[days - 1]), Above(0), Above(days - 1));
        sheet.Figure(sheet.Say(LoyaltyTexts.TierSizes), takeaway, chart.ToSvg(), sheet.Say(LoyaltyTexts.TierSizesHow));
    }

    private static void Moves(Sheet sheet, TierOverview tiers)
    {
        int levels = tiers.Levels.Count;
        int From(int rank) => Enumerable.Range(0, levels).Sum(to => tiers.Moved(rank, to));
        int Where(Func<int, int, bool> counts) => Enumerable.Range(0, levels).Sum(from => Enumerable.Range(0, levels).Where(to => counts(from, to)).Sum(to => tiers.Moved(from, to)));
        sheet.Element("h3", sheet.Say(LoyaltyTexts.Moves), "lead");
        sheet.Write($"<p class=\"takeaway\">{sheet.Sentence(LoyaltyTexts.MovesTakeaway, Format.Number(Where((_, _) => true)), sheet.Format.Date(tiers.Dates[0]), Format.Number(Where((from, to) => to > from)), Format.Number(Where((from, to) => to < from)), sheet.Format.Date(tiers.Dates[^1]))}</p>");
        HeatTable.Write(sheet, LoyaltyTexts.Moves, sheet.Say(LoyaltyTexts.MovesFrom), tiers.Levels.Select((_, rank) => Name(sheet, tiers, rank)),
            Enumerable.Range(0, levels).Where(from => From(from) > 0).Select(from => (Name(sheet, tiers, from), (IReadOnlyList<HeatCell>)[.. Enumerable.Range(0, levels).Select(to => Cell(sheet, tiers, from, to, From(from)))])));
        sheet.Element("p", sheet.Say(LoyaltyTexts.MovesHow), "note");
    }

    private static HeatCell Cell(Sheet sheet, TierOverview tiers, int from, int to, int all)
    {
        int count = tiers.Moved(from, to);
        if (count == 0)
            return new HeatCell("", 0, "");
        double part = (double)count / all;
        return new HeatCell(Format.Percent(part), from == to ? part : -part, sheet.Say(LoyaltyTexts.MovesTip, Name(sheet, tiers, from), Name(sheet, tiers, to), Format.Number(count), Format.Number(all)), Format.Number(count));
    }

    private static string Name(Sheet sheet, TierOverview tiers, int rank) => tiers.Levels[rank].Name is { } name ? sheet.Say(name) : tiers.Levels[rank].Id;

    private static string Style(int rank) => Styles[Math.Min(rank, Styles.Length - 1)];

    private static StackPart Part(int rank, int size) => new(Style(rank), size, "");
}
