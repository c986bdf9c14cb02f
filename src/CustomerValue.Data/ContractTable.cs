using CustomerValue.LifetimeValue.ShiftedBetaGeometric;

namespace CustomerValue.Data;

/// <summary>A file of contracts as columns, a row a customer or a kind of customers.</summary>
public sealed record ContractTable
{
    /// <summary>Renewals and who is still there, and customers where the file has them.</summary>
    public required ContractColumns Columns { get; init; }

    /// <summary>How often each row counts, finite and ≥ 0; null where no column of weights was named.</summary>
    public IReadOnlyList<double>? Weights { get; init; }
}
