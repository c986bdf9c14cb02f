using CustomerValue.Customers;

namespace CustomerValue.Appraisal;

/// <summary>The numbers of an appraisal; buyers only. Money columns are null where nothing is known of spend.</summary>
internal sealed class AppraisalColumns
{
    public required double[] ProbabilityAlive { get; init; }

    public required double[] ExpectedPurchases { get; init; }

    public required double[]? ExpectedSpend { get; init; }

    public required double[]? LifetimeValue { get; init; }

    public required double[]? LifetimeValueLow { get; init; }

    public required double[]? LifetimeValueHigh { get; init; }

    /// <summary>What holds for single customers.</summary>
    public required IReadOnlyDictionary<CustomerId, CustomerTerms> Terms { get; init; }
}
