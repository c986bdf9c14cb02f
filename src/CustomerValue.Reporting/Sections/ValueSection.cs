using CustomerValue.Reporting.Charts;
using CustomerValue.Reporting.Texts;

namespace CustomerValue.Reporting.Sections;

/// <summary>How value is spread over customers: what they gave so far, and what is still to come.</summary>
internal static class ValueSection
{
    private const int Classes = 11;

    public static void Write(Page page)
    {
        page.Write("<div class=\"figures\">");
        ParetoChart.Write(page);
        if (page.Overview.HasValue)
            Distribution(page);
        else
            page.Element("p", page.Say(ChartTexts.NoSpend));
        page.Write("</div>");
    }

    private static void Distribution(Page page)
    {
        double[] edges = Edges(page.Overview.ValueQuantile(0.999));
        int[] counts = new int[edges.Length];
        foreach (double value in page.Appraisal.LifetimeValue)
            counts[Math.Max(0, Array.FindLastIndex(edges, edge => edge <= value))]++;

        string[] names = [.. edges.Select((edge, i) => i == edges.Length - 1 ? $"{Format.Edge(edge)}+" : Format.Edge(edge))];
        Axis x = Axis.Places(page.Format.WithCurrency(page.Say(ChartTexts.ValueAxis)), names, 6);
        string title = page.Say(ChartTexts.ValueTitle, page.Months);
        Chart chart = new(title, x with { Ticks = [.. x.Ticks.Select(tick => (tick.Position > edges.Length - 1 ? tick.Position : tick.Position - 0.5, tick.Label))] }, Axis.Count(page.Say(PageTexts.Customers), counts.Max()));
        for (int i = 0; i < edges.Length; i++)
        {
            string range = i == edges.Length - 1 ? names[i] : $"{names[i]}–{Format.Edge(edges[i + 1])}";
            chart.Bar(i + 0.04, i + 0.96, counts[i], "actual", page.Say(ChartTexts.RangeTip, range, Format.Number(counts[i])));
        }

        Overview all = page.Overview;
        string takeaway = page.Sentence(ChartTexts.ValueTakeaway, page.Format.Money(all.ValueQuantile(0.5)), page.Format.Money(all.ValueQuantile(0.99)), page.Format.Money(all.Value / all.Buyers));
        page.Figure(title, takeaway, chart.ToSvg(), page.Say(ChartTexts.ValueHow));
    }

    /// <summary>0, then steps of 1, 2, 5 times powers of ten, the last one about half of <paramref name="top"/>, or of 100 where nothing is to come. Losses count in the first class.</summary>
    internal static double[] Edges(double top, int classes = Classes)
    {
        List<double> edges = [];
        double edge = Axis.RoundStep((top < 0.1 ? 100 : top) / 2);
        for (; edges.Count < classes - 1; edge = Axis.RoundStep(edge / 2.6))
            edges.Insert(0, edge);
        return [0, .. edges];
    }
}
