using CustomerValue.Customers;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.ThreeValues;

namespace CustomerValue.Appraisal;

/// <summary>
/// The customers by established, potential and influence value: the segment and tier of every one, sizes and totals, and a card a row, made when
/// asked for. Immutable.
/// </summary>
public sealed class ThreeValueTable
{
    private readonly int[] segments;
    private readonly int[] tiers;

    private ThreeValueTable(ThreeValueSegmentation segmentation, CustomerBase customers)
    {
        (Segmentation, Customers) = (segmentation, customers);
        segments = new int[customers.Count];
        tiers = new int[customers.Count];
        segmentation.Assign(customers, segments);
        segmentation.AssignTiers(customers, tiers);
        SegmentTotals = Array.AsReadOnly(Totals(segmentation.Segments, segments));
        TierTotals = Array.AsReadOnly(Totals(segmentation.Tiers, tiers));
    }

    /// <summary>The thresholds with the segments, decisions and tiers.</summary>
    public ThreeValueSegmentation Segmentation { get; }

    /// <summary>The customers, with the columns <c>value.contribution</c>, <c>value.potential</c> and, where known, <c>value.influence</c>.</summary>
    public CustomerBase Customers { get; }

    /// <summary>How many customers, prospects too.</summary>
    public int Count => segments.Length;

    /// <summary>The segment of each customer, as an index into the segmentation's segments; the last is incomplete.</summary>
    public ReadOnlySpan<int> Segments => segments;

    /// <summary>The tier of each customer, as an index into the segmentation's tiers; the last is incomplete.</summary>
    public ReadOnlySpan<int> Tiers => tiers;

    /// <summary>Sizes and sums by segment, in the order of the segmentation's segments.</summary>
    public IReadOnlyList<ThreeValueTotals> SegmentTotals { get; }

    /// <summary>Sizes and sums by tier, in the order of the segmentation's tiers.</summary>
    public IReadOnlyList<ThreeValueTotals> TierTotals { get; }

    /// <summary>Puts every customer in place.</summary>
    /// <param name="segmentation">By <see cref="ThreeValueStrategy"/> on these customers, or with the thresholds of another date.</param>
    /// <param name="customers">With the columns of the three values; who lacks the first two is incomplete.</param>
    public static ThreeValueTable Of(ThreeValueSegmentation segmentation, CustomerBase customers) =>
        new(segmentation ?? throw new ArgumentNullException(nameof(segmentation)), customers ?? throw new ArgumentNullException(nameof(customers)));

    /// <summary>Where the customer of a row stands, with the reasons; null where the established or the potential value is missing.</summary>
    /// <param name="row">Range: [0, <see cref="Count"/>).</param>
    public ThreeValueCard? CardOf(int row)
    {
        if (segments[row] == Segmentation.Decisions.Segments.Count)
            return null;
        ThreeValueDecision decision = Segmentation.Decisions.Segments[segments[row]];
        return new ThreeValueCard
        {
            Segment = Segmentation.Segments[segments[row]],
            EstablishedHigh = decision.EstablishedHigh,
            PotentialHigh = decision.PotentialHigh,
            InfluenceHigh = decision.InfluenceHigh,
            Decision = decision.Decision,
            Reason = Segmentation.Assign(Customers, row).Reason,
            Tier = Segmentation.Tiers[tiers[row]],
            TierReason = Segmentation.AssignTier(Customers, row).Reason,
        };
    }

    private ThreeValueTotals[] Totals(IReadOnlyList<Segment> groups, int[] assigned)
    {
        int[] customers = new int[groups.Count];
        foreach (int group in assigned)
            customers[group]++;
        double[] established = Sums(ColumnNames.Contribution, groups.Count, assigned), potential = Sums(ColumnNames.Potential, groups.Count, assigned), influence = Sums(ColumnNames.Influence, groups.Count, assigned);
        return [.. groups.Select((group, i) => new ThreeValueTotals
        {
            Segment = group,
            Customers = customers[i],
            Established = established[i],
            Potential = potential[i],
            Influence = influence[i],
        })];
    }

    private double[] Sums(string name, int groups, int[] assigned)
    {
        double[] sums = new double[groups];
        if (Customers.Column(name) is not { } column)
            return sums;
        double[] values = new double[Count];
        column.CopyNumbers(values);
        double[] lost = new double[groups];
        for (int row = 0; row < values.Length; row++)
        {
            if (double.IsNaN(values[row]))
                continue;
            // Neumaier's sum: large amounts that cancel may not eat the small ones.
            int group = assigned[row];
            double sum = sums[group] + values[row];
            lost[group] += Math.Abs(sums[group]) >= Math.Abs(values[row]) ? sums[group] - sum + values[row] : values[row] - sum + sums[group];
            sums[group] = sum;
        }

        for (int group = 0; group < groups; group++)
            sums[group] += lost[group];
        return sums;
    }
}
