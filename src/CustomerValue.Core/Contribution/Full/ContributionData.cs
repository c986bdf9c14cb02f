using CustomerValue.Customers;

namespace CustomerValue.Contribution.Full;

/// <summary>What a full contribution is counted from.</summary>
public sealed record ContributionData
{
    /// <summary>The purchase lines that the customer base was made of, refunds below 0.</summary>
    public required IReadOnlyList<Purchase> Sales { get; init; }

    /// <summary>What was done for customers. Default: nothing.</summary>
    public IReadOnlyList<ServiceRecord> Services { get; init; } = [];

    /// <summary>Invoices, for the cost of late payment and of bad debts. Default: none.</summary>
    public IReadOnlyList<Invoice> Invoices { get; init; } = [];

    /// <summary>Costs to divide among customers. Default: none.</summary>
    public IReadOnlyList<SharedCost> SharedCosts { get; init; } = [];
}
