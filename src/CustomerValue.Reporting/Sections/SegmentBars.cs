using CustomerValue.Reporting.Charts;
using CustomerValue.Reporting.Texts;

namespace CustomerValue.Reporting.Sections;

/// <summary>The share of customers beside the share of value, group by group.</summary>
internal static class SegmentBars
{
    public static void Write(Page page, SegmentGroups groups)
    {
        IReadOnlyList<SegmentTotals> totals = groups.Totals;
        string title = page.Say(SegmentTexts.BarsTitle);
        Labels.LocalizedText second = page.Overview.HasValue ? SegmentTexts.BarsValue : TableTexts.RevenueShare;
        PairBars bars = new(title, totals.Max(total => Math.Max(total.CustomerShare, total.ValueShare)));
        for (int group = 0; group < totals.Count; group++)
        {
            string name = groups.Name(page, group);
            if (groups.IsNumbered(group))
                name += $" · {page.Say(groups.Profile.Segments[group].ProposedName)}";
            bars.Add(name, totals[group].CustomerShare, totals[group].ValueShare, page.Say(ChartTexts.RangeTip, name, Format.Number(totals[group].Customers)));
        }

        SegmentTotals most = totals.Where((_, group) => !groups.IsOthers(group)).MaxBy(total => total.ValueShare)!;
        string takeaway = page.Sentence(
            page.Overview.HasValue ? SegmentTexts.BarsTakeaway : SegmentTexts.BarsTakeawayRevenue,
            page.Say(most.Segment.Label),
            Format.Percent(most.ValueShare),
            Format.Percent(most.CustomerShare));
        page.Figure(title, takeaway, bars.ToSvg(), page.Say(SegmentTexts.BarsHow), ("actual", ChartTexts.ShareOfCustomers), ("model", second));
    }
}
