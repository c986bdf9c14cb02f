using CustomerValue.Appraisal;
using CustomerValue.Customers;
using NodaTime;

namespace CustomerValue.Tool.Output;

/// <summary>The key figures of an appraisal.</summary>
internal sealed record ReportFigures
{
    /// <summary>The day of the first purchase.</summary>
    public required LocalDate From { get; init; }

    public required decimal Revenue { get; init; }

    /// <summary>Null where costs are unknown.</summary>
    public decimal? Profit { get; init; }

    /// <summary>Expected number of customers who still are customers.</summary>
    public required double Alive { get; init; }

    public required double ExpectedPurchases { get; init; }

    /// <summary>Null where nothing is known of spend.</summary>
    public double? LifetimeValue { get; init; }

    /// <summary>Customers and prospects by segment, in the segmentation's order.</summary>
    public required IReadOnlyList<int> SegmentSizes { get; init; }

    public static ReportFigures Of(CustomerAppraisal appraisal)
    {
        PurchaseSummaries purchases = appraisal.Customers.Purchases;
        int[] sizes = new int[appraisal.Segmentation.Segments.Count];
        foreach (int segment in appraisal.Segments)
            sizes[segment]++;
        return new()
        {
            From = purchases.EarliestPurchase(),
            Revenue = appraisal.Contribution.Revenue.ToArray().Sum(),
            Profit = appraisal.Contribution.IsProfit ? appraisal.Contribution.Profit.ToArray().Sum() : null,
            Alive = appraisal.ProbabilityAlive.ToArray().Sum(),
            ExpectedPurchases = appraisal.ExpectedPurchases.ToArray().Sum(),
            LifetimeValue = appraisal.LifetimeValue.IsEmpty ? null : appraisal.LifetimeValue.ToArray().Sum(),
            SegmentSizes = sizes,
        };
    }
}
