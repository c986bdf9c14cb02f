using CustomerValue.Appraisal;

namespace CustomerValue.Reporting.Sections;

/// <summary>The parts of customers and of all three values together that the eight segments hold.</summary>
internal sealed class ThreeValueShares
{
    private readonly double[] customers;
    private readonly double[] values;

    public ThreeValueShares(ThreeValueTable table)
    {
        static double Sum(ThreeValueTotals total) => total.Established + total.Potential + total.Influence;
        double all = table.SegmentTotals.Sum(Sum);
        customers = [.. table.SegmentTotals.Select(total => (double)total.Customers / Math.Max(1, table.Count))];
        values = [.. table.SegmentTotals.Select(total => all > 0 ? Sum(total) / all : 0)];
        int named = table.Segmentation.Decisions.Segments.Count;
        Best = Enumerable.Range(0, named).MaxBy(segment => (values[segment] - customers[segment], -segment));
        Most = values.Take(named).Max();
        Longest = Math.Max(Most, customers.Take(named).Max());
    }

    /// <summary>The segment whose part of the value is most above its part of the customers.</summary>
    public int Best { get; }

    /// <summary>The largest part of the value.</summary>
    public double Most { get; }

    /// <summary>The largest part of either.</summary>
    public double Longest { get; }

    public double OfCustomers(int segment) => customers[segment];

    public double OfValue(int segment) => values[segment];
}
