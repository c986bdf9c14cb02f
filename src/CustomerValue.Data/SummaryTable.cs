using CustomerValue.Customers;

namespace CustomerValue.Data;

/// <summary>A summary file's columns, a row a customer or a kind of customers.</summary>
public sealed record SummaryTable
{
    /// <summary>Frequency, recency, age, and spend, sums of logs and customers where the file has them.</summary>
    public required SummaryColumns Columns { get; init; }

    /// <summary>What the customers did afterwards; null where the file doesn't say.</summary>
    public HoldoutColumns? Holdout { get; init; }

    /// <summary>How often each row counts, finite and ≥ 0; null where no column of weights was named.</summary>
    public IReadOnlyList<double>? Weights { get; init; }
}
