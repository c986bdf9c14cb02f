using CustomerValue.Customers;
using CustomerValue.Reporting.Texts;

namespace CustomerValue.Reporting.Sections;

/// <summary>Sizes and money of the groups.</summary>
internal static class SegmentTable
{
    public static void Write(Page page, SegmentGroups groups)
    {
        page.OpenTable(PageTexts.Segments);
        page.Element("th", page.Say(TableTexts.Segment));
        foreach (Labels.LocalizedText head in new[] { PageTexts.Customers, TableTexts.Share, TableTexts.Revenue, TableTexts.RevenueShare, TableTexts.MeanValue, TableTexts.MeanAlive })
            page.Element("th", page.Say(head), "number");
        page.Write("</tr></thead><tbody>");
        for (int group = 0; group < groups.Segments.Count; group++)
            Row(page, groups, group);
        page.CloseTable();
        Currency currency = page.Appraisal.Customers.Purchases.Currency;
        string how = page.Say(TableTexts.SegmentsHow, currency == Currency.None ? page.Say(TableTexts.MajorUnits) : currency.Code, page.Months);
        string most = groups.IsOthers(groups.Segments.Count - 1) ? " " + page.Say(SegmentTexts.MostTold, groups.Segments.Count - 1) : "";
        page.Element("p", how + most, "note");
    }

    private static void Row(Page page, SegmentGroups groups, int group)
    {
        SegmentTotals total = groups.Totals[group];
        string about = groups.IsNumbered(group) ? page.Say(groups.Profile.Segments[group].ProposedName) : page.Say(total.Segment.Description);
        page.Write($"<tr><th scope=\"row\">{Page.Encode(page.Say(total.Segment.Label))}{(about.Length == 0 ? "" : $"<small>{Page.Encode(about)}</small>")}</th>");
        page.Element("td", Format.Number(total.Customers), "number");
        Share(page, total.CustomerShare);
        page.Element("td", Format.Amount((double)total.Revenue), "number");
        Share(page, total.RevenueShare);
        page.Element("td", total.MeanValue is { } value ? Format.Amount(value) : "–", "number");
        page.Element("td", total.MeanAlive is { } alive ? Format.Percent(alive) : "–", "number");
        page.Write("</tr>");
    }

    /// <summary>A cell with a part of a whole and a line as long as it.</summary>
    internal static void Share(Page page, double share) =>
        page.Write(FormattableString.Invariant($"<td class=\"number share\"><i style=\"width:{Math.Clamp(100 * share, 0, 100):0.#}%\"></i>{Page.Encode(Format.Percent(share))}</td>"));
}
