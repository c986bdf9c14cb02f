using CustomerValue.Appraisal;
using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.Reporting.Charts;
using CustomerValue.Reporting.Texts;

namespace CustomerValue.Reporting.Sections;

/// <summary>How probably customers are still customers: distribution, and by frequency and silence.</summary>
internal static class AliveSection
{
    private const int Bars = 20;
    private const int Columns = 10;

    public static void Write(Page page)
    {
        page.Write("<div class=\"figures\">");
        Distribution(page);
        HeatMap(page);
        page.Write("</div>");
    }

    private static void Distribution(Page page)
    {
        int[] counts = new int[Bars];
        int high = 0, low = 0;
        foreach (double alive in page.Appraisal.ProbabilityAlive)
        {
            counts[Math.Min((int)(alive * Bars), Bars - 1)]++;
            high += alive > 0.8 ? 1 : 0;
            low += alive < 0.2 ? 1 : 0;
        }

        Chart chart = new(page.Say(ChartTexts.AliveTitle), Axis.Share(page.Say(ChartTexts.AliveAxis)), Axis.Count(page.Say(PageTexts.Customers), counts.Max()));
        for (int i = 0; i < Bars; i++)
        {
            double from = (double)i / Bars, to = (i + 1.0) / Bars;
            chart.Bar(from + 0.004, to - 0.004, counts[i], "actual", page.Say(ChartTexts.RangeTip, $"{Format.Percent(from)}–{Format.Percent(to)}", Format.Number(counts[i])));
        }

        string takeaway = page.Sentence(ChartTexts.AliveTakeaway, Format.Percent((double)high / page.Overview.Buyers), Format.Percent((double)low / page.Overview.Buyers));
        page.Figure(page.Say(ChartTexts.AliveTitle), takeaway, chart.ToSvg(), page.Say(ChartTexts.AliveHow));
    }

    private static void HeatMap(Page page)
    {
        SummaryColumns columns = page.Appraisal.Customers.Purchases.Columns;
        double longest = 0;
        for (int row = 0; row < columns.Count; row++)
            longest = Math.Max(longest, columns.Age[row] - columns.Recency[row]);

        Axis silence = Axis.Exactly("", longest, Format.Edge);
        int[] edges = FrequencyEdges(columns.Frequency);
        (int Customers, double Alive)[,] cells = new (int, double)[edges.Length, Columns];
        for (int row = 0; row < columns.Count; row++)
        {
            int line = Array.FindLastIndex(edges, edge => edge <= columns.Frequency[row]);
            int column = Math.Min((int)((columns.Age[row] - columns.Recency[row]) / silence.Max * Columns), Columns - 1);
            cells[line, column].Customers++;
            cells[line, column].Alive += page.Appraisal.ProbabilityAlive[row];
        }

        string[] names = [.. edges.Select((edge, i) => i == edges.Length - 1 ? $"{Format.Number(edge)}+" : edges[i + 1] == edge + 1 ? Format.Number(edge) : $"{Format.Number(edge)}–{Format.Number(edges[i + 1] - 1)}")];
        Axis x = new()
        {
            Title = page.Say(ChartTexts.HeatX, page.Unit),
            Min = 0,
            Max = Columns,
            Ticks = [.. silence.Ticks.Select(tick => (tick.Position / silence.Max * Columns, tick.Label))],
        };
        Chart chart = new(page.Say(ChartTexts.HeatTitle), x, Axis.Places(page.Say(ChartTexts.RepeatPurchases), names), 90 + (27 * edges.Length), grid: false);
        for (int line = 0; line < edges.Length; line++)
        {
            for (int column = 0; column < Columns; column++)
            {
                (int customers, double sum) = cells[line, column];
                if (customers == 0)
                    continue;
                double alive = sum / customers;
                string tip = page.Say(ChartTexts.HeatTip, names[line], Format.Small(column * silence.Max / Columns), Format.Small((column + 1) * silence.Max / Columns), page.Unit, Format.Number(customers), Format.Percent(alive));
                chart.Cell(column, line, alive, Format.Number(100 * alive), tip);
            }
        }

        page.Figure(page.Say(ChartTexts.HeatTitle), Silence(page, columns), chart.ToSvg(), page.Say(ChartTexts.HeatHow));
    }

    /// <summary>Lower ends of at most ten classes of frequency: 0 to 5 one by one, then growing, the last one open.</summary>
    internal static int[] FrequencyEdges(ReadOnlySpan<int> frequency)
    {
        int[] sorted = frequency.ToArray();
        Array.Sort(sorted);
        int top = Math.Max(1, sorted[(int)(0.995 * (sorted.Length - 1))]);
        List<int> edges = [.. Enumerable.Range(0, Math.Min(top, 5) + 1)];
        double growth = Math.Max(1.4, Math.Pow(top / 5.0, 0.25));
        while (edges.Count < 10 && Math.Ceiling(edges[^1] * growth) <= top && edges[^1] >= 5)
            edges.Add((int)Math.Ceiling(edges[^1] * growth));
        return [.. edges];
    }

    /// <summary>How long a keen and an occasional customer, both known from the first day, must be silent to be more likely gone than not.</summary>
    private static string Silence(Page page, SummaryColumns columns)
    {
        int[] repeaters = [.. columns.Frequency.ToArray().Where(x => x > 0).Order()];
        double age = columns.Age.ToArray().Max();
        int often = Math.Max(5, repeaters.Length == 0 ? 0 : repeaters[(int)(0.95 * (repeaters.Length - 1))]);
        return Until(page.Appraisal.PurchaseModel, often, age) is { } soon && Until(page.Appraisal.PurchaseModel, 1, age) is { } late && soon < late
            ? page.Sentence(ChartTexts.HeatTakeaway, Format.Number(often + 1), Format.Number(soon), "2", Format.Number(late), page.Unit)
            : page.Sentence(ChartTexts.HeatPlain);
    }

    private static double? Until(PurchaseModel model, int frequency, double age)
    {
        double Alive(double silence) => model.ProbabilityAlive(new PurchaseSummary(frequency, age - silence, age));
        double low = 0, high = age;
        if (!(Alive(low) > 0.5 && Alive(high) < 0.5))
            return null;
        for (int i = 0; i < 30; i++)
        {
            double middle = (low + high) / 2;
            (low, high) = Alive(middle) > 0.5 ? (middle, high) : (low, middle);
        }

        return high;
    }
}
