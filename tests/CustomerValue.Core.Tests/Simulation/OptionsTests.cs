using CustomerValue.Customers;
using CustomerValue.LifetimeValue.GammaGamma;
using CustomerValue.LifetimeValue.MbgNbd;
using CustomerValue.Simulation;
using CustomerValue.Validation;

namespace CustomerValue.Tests.Simulation;

public class OptionsTests
{
    [Fact]
    public void Defaults_are_valid() => Assert.Empty(new SimulatedRetailerOptions().Validate());

    [Fact]
    public void Every_problem_is_named_at_once()
    {
        SimulatedRetailerOptions options = new()
        {
            Customers = 0,
            AcquisitionDays = 0,
            Buying = new MbgNbdModel(1, 0.001, 1, 1, TimeUnit.Day),
            Spend = new GammaGammaModel(3, 1, 100),
            ProspectShare = -0.1,
            RefundShare = double.NaN,
            InvitationsPerOrder = 11,
        };
        DataRejectedException refused = Assert.Throws<DataRejectedException>(() => SimulatedRetailer.Simulate(options));
        Assert.Equal(
            ["Customers", "AcquisitionDays", "ProspectShare", "RefundShare", "InvitationsPerOrder", "Spend", "Buying"],
            refused.Problems.Select(problem => problem.Field));
        Assert.Contains("Customers: '0' is not in [1, 9999999]", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_span_that_ends_before_it_starts_is_refused()
    {
        DataRejectedException refused = Assert.Throws<DataRejectedException>(() => SimulatedRetailer.Simulate(new() { LastDay = new(2023, 12, 31) }));
        Assert.Equal("LastDay", Assert.Single(refused.Problems).Field);
    }

    [Fact]
    public void Extreme_but_valid_options_are_simulated()
    {
        SimulatedRetailer day = SimulatedRetailer.Simulate(new() { Customers = 50, LastDay = new(2024, 1, 1), RefundShare = 1 });
        Assert.All(day.Purchases, line => Assert.Equal(day.Options.LastDay, line.Date));
        Assert.Empty(day.Referrals);

        SimulatedRetailer prospects = SimulatedRetailer.Simulate(new() { Customers = 50, ProspectShare = 1 });
        Assert.Empty(prospects.Purchases);
        Assert.Equal(50, prospects.Profiles.Count);

        // Shapes at which both gammas of a beta underflow: a customer leaves at once or never.
        SimulatedRetailer tiny = SimulatedRetailer.Simulate(new() { Customers = 50, Buying = new MbgNbdModel(1e-4, 1e-4, 1e-4, 1e-4, TimeUnit.Week) });
        Assert.All(tiny.Truth, truth => Assert.InRange(truth.DropoutProbability, 0, 1));
        Assert.Equal(2, tiny.Truth.Select(truth => Math.Round(truth.DropoutProbability)).Distinct().Count());
    }

    [Fact]
    public void A_simulation_can_be_cancelled() =>
        Assert.Throws<OperationCanceledException>(() => SimulatedRetailer.Simulate(cancellationToken: new CancellationToken(canceled: true)));
}
