using CustomerValue.Customers;

namespace CustomerValue.Simulation;

/// <summary>One customer's answer to "what do you spend on such things a year, with all retailers?", asked of a quarter of the buyers, drawn by lot.</summary>
public sealed record SimulatedWalletAnswer
{
    /// <summary>Who answered.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The answer in CNY: <see cref="SimulatedTruth.Wallet"/> to two digits, at least 1.</summary>
    public required double YearlySpend { get; init; }
}
