using CustomerValue.Appraisal;
using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.Reporting.Charts;
using CustomerValue.Reporting.Texts;
using CustomerValue.Segmentation.ThreeValues;

namespace CustomerValue.Reporting.Sections;

/// <summary>The cube in finer bins: how customers spread around the thresholds, one picture for high influence and one for low.</summary>
internal static class CubeMap
{
    private const int Classes = 8;
    private const double Near = 0.9;

    public static void Write(Page page, ThreeValueTable table, bool known)
    {
        double[] established = Values(table, ColumnNames.Contribution), potential = Values(table, ColumnNames.Potential);
        int[,] high = new int[Classes, Classes], low = new int[Classes, Classes];
        int nearHigh = 0, nearLow = 0;
        ThreeValueThresholds from = table.Segmentation.Thresholds;
        double[] x = Edges(established, from.Established.Money), y = Edges(potential, from.Potential.Money);
        for (int row = 0; row < table.Count; row++)
        {
            if (table.Segments[row] >= table.Segmentation.Decisions.Segments.Count)
                continue;
            bool isHigh = table.Segmentation.Decisions.Segments[table.Segments[row]].InfluenceHigh;
            int near = IsNear(established[row], from.Established.Money) || IsNear(potential[row], from.Potential.Money) ? 1 : 0;
            (isHigh ? high : low)[ClassOf(x, established[row]), ClassOf(y, potential[row])]++;
            (nearHigh, nearLow) = isHigh ? (nearHigh + near, nearLow) : (nearHigh, nearLow + near);
        }

        page.Write("<div class=\"figures maps\">");
        if (known)
            Draw(page, CubeTexts.MapHigh, from, x, y, high, nearHigh);
        Draw(page, known ? CubeTexts.MapLow : CubeTexts.MapAll, from, x, y, low, nearLow);
        page.Write("</div>");
    }

    /// <summary>Where an amount lies along the classes; the last one, which is open, counts as wide as it begins high.</summary>
    internal static double Place(double[] edges, double amount)
    {
        int place = ClassOf(edges, amount);
        double width = place == edges.Length - 1 ? edges[place] : edges[place + 1] - edges[place];
        return place + Math.Clamp((amount - edges[place]) / width, 0, 1);
    }

    private static int ClassOf(double[] edges, double value) => Math.Max(0, Array.FindLastIndex(edges, edge => edge <= value));

    private static bool IsNear(double value, double? threshold) => threshold is double money && value < money && value >= Near * money;

    private static double[] Values(ThreeValueTable table, string name)
    {
        double[] values = new double[table.Count];
        table.Customers.Column(name)!.CopyNumbers(values);
        return values;
    }

    private static double[] Edges(double[] values, double? threshold)
    {
        double[] known = [.. values.Where(value => !double.IsNaN(value)).Order()];
        return WithThreshold(ValueSection.Edges(known.Length == 0 ? 0 : known[(int)(0.995 * (known.Length - 1))], Classes), threshold);
    }

    /// <summary>The threshold in the place of the round edge next to it, so that every cell lies on one side of it.</summary>
    internal static double[] WithThreshold(double[] edges, double? threshold)
    {
        if (threshold is not > 0)
            return edges;
        int nearest = Enumerable.Range(1, edges.Length - 1).MinBy(i => Math.Abs(Math.Log(edges[i] / threshold.Value)));
        return [.. edges.Select((edge, i) => i == nearest ? threshold.Value : edge)];
    }

    private static void Draw(Page page, LocalizedText title, ThreeValueThresholds from, double[] x, double[] y, int[,] counts, int near)
    {
        int all = counts.Cast<int>().Sum();
        double most = Math.Log(1 + Math.Max(1, counts.Cast<int>().Max()));
        Chart chart = new(page.Say(title), Scale(page.Format.WithCurrency(page.Say(CubeTexts.MapX)), x), Scale(page.Say(CubeTexts.MapY), y), 320, grid: false);
        for (int column = 0; column < Classes; column++)
        {
            for (int row = 0; row < Classes; row++)
            {
                int count = counts[column, row];
                if (count > 0)
                    chart.Cell(column, row, Math.Log(1 + count) / most, Format.Number(count), page.Say(CubeTexts.MapTip, Range(x, column), Range(y, row), Format.Number(count)));
            }
        }

        chart.Quarter(from.Established.Money is double established ? Place(x, established) : null, from.Potential.Money is double potential ? Place(y, potential) : null);
        page.Figure(page.Say(title), page.Sentence(CubeTexts.MapTakeaway, Format.Number(near), Format.Number(all)), chart.ToSvg(), page.Say(CubeTexts.MapHow));
    }

    private static Axis Scale(string title, double[] edges) => new() { Title = title, Min = 0, Max = Classes, Ticks = [.. edges.Select((edge, i) => ((double)i, Words(edge)))] };

    private static string Range(double[] edges, int place) => place == edges.Length - 1 ? $"{Words(edges[place])}+" : $"{Words(edges[place])}–{Words(edges[place + 1])}";

    private static string Words(double edge) => edge >= 100 ? Format.Number(edge) : Format.Edge(Math.Round(edge, 2));
}
