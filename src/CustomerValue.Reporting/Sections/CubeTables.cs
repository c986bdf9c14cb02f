using CustomerValue.Appraisal;
using CustomerValue.Labels;
using CustomerValue.Reporting.Texts;
using CustomerValue.Segmentation.ThreeValues;

namespace CustomerValue.Reporting.Sections;

/// <summary>The eight segments with their decisions, the thresholds, and the tiers.</summary>
internal static class CubeTables
{
    public static void Write(Page page, ThreeValueTable table, ThreeValueShares shares)
    {
        page.Element("h3", page.Say(CubeTexts.Table), "lead");
        page.OpenTable(CubeTexts.Table, "eight");
        page.Element("th", page.Say(TableTexts.Segment));
        foreach (LocalizedText head in new[] { PageTexts.Customers, TableTexts.Share, CubeTexts.ShareOfValue, CubeTexts.MeanEstablished, CubeTexts.MeanPotential, CubeTexts.MeanInfluence })
            page.Element("th", page.Say(head), "number");
        page.Element("th", page.Say(CubeTexts.Decision));
        page.Write("</tr></thead><tbody>");
        for (int segment = 0; segment < table.SegmentTotals.Count; segment++)
        {
            ThreeValueDecision? decision = segment < table.Segmentation.Decisions.Segments.Count ? table.Segmentation.Decisions.Segments[segment] : null;
            if (decision is not null || table.SegmentTotals[segment].Customers > 0)
                Row(page, table.SegmentTotals[segment], shares.OfCustomers(segment), shares.OfValue(segment), decision);
        }

        page.CloseTable();
        ThreeValueThresholds from = table.Segmentation.Thresholds;
        page.Element("p", page.Say(CubeTexts.Thresholds, Words(page, from.Established), Words(page, from.Potential), Words(page, from.Influence)), "note");
        Tiers(page, table);
    }

    private static void Row(Page page, ThreeValueTotals total, double customers, double value, ThreeValueDecision? decision)
    {
        string Mean(double sum) => total.Customers == 0 ? "–" : Format.Amount(sum / total.Customers);
        page.Write($"<tr><th scope=\"row\">{Page.Encode(page.Say(total.Segment.Label))}<small>{Page.Encode(page.Say(total.Segment.Description))}</small></th>");
        page.Element("td", Format.Number(total.Customers), "number");
        SegmentTable.Share(page, customers);
        SegmentTable.Share(page, value);
        foreach (double sum in new[] { total.Established, total.Potential, total.Influence })
            page.Element("td", Mean(sum), "number");
        string kin = decision is null || page.Say(decision.Kin).Length == 0 ? "" : $"<small>{Page.Encode(page.Say(CubeTexts.Kin, page.Say(decision.Kin)))}</small>";
        page.Write($"<td>{(decision is null ? "–" : Page.Encode(page.Say(decision.Decision)))}{kin}</td></tr>");
    }

    private static string Words(Page page, ThreeValueThreshold threshold)
    {
        if (threshold.Money is not double money)
            return page.Say(CubeTexts.ThresholdNone);
        string amount = page.Format.Money(money);
        return threshold.Percentile is double part ? page.Say(CubeTexts.ThresholdPart, amount, Format.Percent(Math.Round(1 - part, 9))) : amount;
    }

    private static void Tiers(Page page, ThreeValueTable table)
    {
        double all = table.TierTotals.Sum(Sum);
        page.Element("h3", page.Say(CubeTexts.Tiers), "lead");
        page.OpenTable(CubeTexts.Tiers);
        page.Element("th", page.Say(CubeTexts.Tier));
        foreach (LocalizedText head in new[] { PageTexts.Customers, TableTexts.Share, CubeTexts.TierSum, CubeTexts.ShareOfValue })
            page.Element("th", page.Say(head), "number");
        page.Write("</tr></thead><tbody>");
        foreach (ThreeValueTotals total in table.TierTotals.Where(total => total.Customers > 0))
        {
            string about = page.Say(total.Segment.Description);
            page.Write($"<tr><th scope=\"row\">{Page.Encode(page.Say(total.Segment.Label))}{(about.Length == 0 ? "" : $"<small>{Page.Encode(about)}</small>")}</th>");
            page.Element("td", Format.Number(total.Customers), "number");
            SegmentTable.Share(page, (double)total.Customers / table.Count);
            page.Element("td", page.Format.Money(Sum(total)), "number");
            SegmentTable.Share(page, all > 0 ? Sum(total) / all : 0);
            page.Write("</tr>");
        }

        page.CloseTable();
    }

    private static double Sum(ThreeValueTotals total) => total.Established + total.Potential + total.Influence;
}
