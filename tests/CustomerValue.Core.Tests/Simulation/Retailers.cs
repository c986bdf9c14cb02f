using CustomerValue.Simulation;

namespace CustomerValue.Tests.Simulation;

/// <summary>Retailers that several tests look at, simulated once.</summary>
internal static class Retailers
{
    private static readonly Lazy<SimulatedRetailer> standard = new(() => SimulatedRetailer.Simulate());
    private static readonly Lazy<SimulatedRetailer> large = new(() => SimulatedRetailer.Simulate(new() { Customers = 20_000, Seed = 7, RefundShare = 0, AcquisitionDays = 365 }));

    /// <summary>The defaults.</summary>
    public static SimulatedRetailer Standard => standard.Value;

    /// <summary>20,000 customers without refunds, for what needs numbers.</summary>
    public static SimulatedRetailer Large => large.Value;
}
