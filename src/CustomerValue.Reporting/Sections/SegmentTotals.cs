using CustomerValue.Appraisal;
using CustomerValue.Segmentation;

namespace CustomerValue.Reporting.Sections;

/// <summary>What a segment adds up to.</summary>
internal sealed class SegmentTotals(Segment segment)
{
    private int buyers;
    private double value;
    private double alive;

    public Segment Segment => segment;

    public int Customers { get; private set; }

    public decimal Revenue { get; private set; }

    public double CustomerShare { get; private set; }

    public double RevenueShare { get; private set; }

    /// <summary>Part of the value to come of all; of revenue where value is unknown.</summary>
    public double ValueShare { get; private set; }

    /// <summary>Mean lifetime value of its buyers; null where there are none, or value is unknown.</summary>
    public double? MeanValue { get; private set; }

    /// <summary>Mean probability alive of its buyers; null where there are none.</summary>
    public double? MeanAlive { get; private set; }

    /// <summary>Every segment of the first segmentation, in its order.</summary>
    public static IReadOnlyList<SegmentTotals> Of(CustomerAppraisal appraisal) => Of(appraisal, appraisal.Segmentation.Segments, appraisal.Segments);

    /// <summary>Every segment in the order given, in one pass over the customers.</summary>
    public static IReadOnlyList<SegmentTotals> Of(CustomerAppraisal appraisal, IReadOnlyList<Segment> segments, ReadOnlySpan<int> assigned)
    {
        SegmentTotals[] totals = [.. segments.Select(segment => new SegmentTotals(segment))];
        for (int row = 0; row < appraisal.Count; row++)
        {
            SegmentTotals total = totals[assigned[row]];
            total.Customers++;
            total.Revenue += appraisal.Contribution.Revenue[row];
            if (row >= appraisal.Customers.Buyers)
                continue;
            total.buyers++;
            total.alive += appraisal.ProbabilityAlive[row];
            total.value += appraisal.LifetimeValue.IsEmpty ? 0 : appraisal.LifetimeValue[row];
        }

        decimal revenue = totals.Sum(total => total.Revenue);
        double value = totals.Sum(total => total.value);
        foreach (SegmentTotals total in totals)
        {
            total.CustomerShare = (double)total.Customers / appraisal.Count;
            total.RevenueShare = revenue > 0 ? (double)(total.Revenue / revenue) : 0;
            total.ValueShare = appraisal.LifetimeValue.IsEmpty ? total.RevenueShare : value > 0 ? total.value / value : 0;
            total.MeanValue = total.buyers > 0 && !appraisal.LifetimeValue.IsEmpty ? total.value / total.buyers : null;
            total.MeanAlive = total.buyers > 0 ? total.alive / total.buyers : null;
        }

        return totals;
    }
}
