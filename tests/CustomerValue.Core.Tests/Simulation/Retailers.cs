using CustomerValue.Customers;
using CustomerValue.LifetimeValue.MbgNbd;
using CustomerValue.Simulation;

namespace CustomerValue.Tests.Simulation;

/// <summary>Retailers that several tests look at, simulated once.</summary>
internal static class Retailers
{
    private static readonly Lazy<SimulatedRetailer> standard = new(() => SimulatedRetailer.Simulate());
    private static readonly Lazy<SimulatedRetailer> slow = new(() => SimulatedRetailer.Simulate(new()
    {
        Customers = 20_000,
        LastDay = new(2043, 12, 31),
        AcquisitionDays = 3_652,
        Buying = new MbgNbdModel(1.2, 140, 0.7, 3.5, TimeUnit.Week),
        RefundShare = 0,
    }));

    /// <summary>The defaults.</summary>
    public static SimulatedRetailer Standard => standard.Value;

    /// <summary>20,000 customers without refunds, at a tenth of the pace over ten times the span, so that days are as good as continuous time.</summary>
    public static SimulatedRetailer Slow => slow.Value;
}
