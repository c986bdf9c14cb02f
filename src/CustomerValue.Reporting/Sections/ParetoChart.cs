using CustomerValue.Reporting.Charts;
using CustomerValue.Reporting.Texts;

namespace CustomerValue.Reporting.Sections;

/// <summary>How unequally customers contributed.</summary>
internal static class ParetoChart
{
    public static void Write(Page page)
    {
        Overview all = page.Overview;
        if (!(all.Contribution > 0))
            return;
        double[] given = [.. Enumerable.Range(0, 101).Select(all.ContributionOfTop)];
        Axis share = Axis.Share(page.Say(ChartTexts.ParetoY, page.Contribution));
        Chart chart = new(page.Say(ChartTexts.ParetoTitle), Axis.Share(page.Say(ChartTexts.ShareOfCustomers)), given.Max() < 1.05 ? share : Axis.FromZero(share.Title, given.Max(), Format.Percent));
        chart.Line([(0, 0), (1, 1)], "equal");
        chart.Line(given.Select((part, percent) => (percent / 100.0, part)), "line");
        string top = Format.Percent(given[20]);
        chart.Dot(0.2, given[20], "dot", page.Say(FindingTexts.Pareto, top, page.Contribution, Format.Percent(given[1])));
        chart.Note(0.2, given[20], $"20% → {top}");
        string takeaway = page.Sentence(ChartTexts.ParetoTakeaway, top, page.Contribution, Format.Percent(given[50]), Format.Gini(page.Appraisal.Contribution.Gini));
        page.Figure(page.Say(ChartTexts.ParetoTitle), takeaway, chart.ToSvg(), page.Say(ChartTexts.ParetoHow));
    }
}
