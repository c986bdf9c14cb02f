using CustomerValue.Reporting.Charts;
using CustomerValue.Reporting.Texts;

namespace CustomerValue.Reporting.Sections;

/// <summary>The share of customers beside the share of value, group by group.</summary>
internal static class SegmentBars
{
    /// <summary>So many of the largest stand for many.</summary>
    private const int MostOfMany = 10;

    public static void Write(Page page, SegmentGroups groups)
    {
        bool isMany = groups.IsOthers(groups.Totals.Count - 1);
        IReadOnlyList<SegmentTotals> totals = isMany ? [.. groups.Totals.Take(MostOfMany)] : groups.Totals;
        string title = page.Say(SegmentTexts.BarsTitle);
        Labels.LocalizedText second = page.Overview.HasValue ? SegmentTexts.BarsValue : TableTexts.RevenueShare;
        PairBars bars = new(totals.Max(total => Math.Max(total.CustomerShare, total.ValueShare)));
        for (int group = 0; group < totals.Count; group++)
        {
            string name = groups.Name(page, group);
            if (groups.IsNumbered(group))
                name += $" · {page.Say(groups.Profile.Segments[group].ProposedName)}";
            bars.Add(name, totals[group].CustomerShare, totals[group].ValueShare, page.Say(ChartTexts.RangeTip, name, Format.Number(totals[group].Customers)));
        }

        SegmentTotals most = totals.MaxBy(total => total.ValueShare - total.CustomerShare)!;
        string takeaway = page.Sentence(
            page.Overview.HasValue ? SegmentTexts.BarsTakeaway : SegmentTexts.BarsTakeawayRevenue,
            page.Say(most.Segment.Label),
            Format.Percent(most.ValueShare),
            Format.Percent(most.CustomerShare));
        string how = page.Say(SegmentTexts.BarsHow) + (isMany ? " " + page.Say(SegmentTexts.MostTold, MostOfMany) : "");
        page.Figure(title, takeaway, bars.ToMarkup(), how, ("actual", ChartTexts.ShareOfCustomers), ("model", second));
    }
}
