using CustomerValue.Customers;
using CustomerValue.Lifecycle.Clock;
using CustomerValue.Lifecycle.Evaluation;
using CustomerValue.Lifecycle.Machine;
using CustomerValue.Lifecycle.Standard;
using CustomerValue.Simulation;
using NodaTime;

namespace CustomerValue.Tests.Lifecycle;

public sealed class LifecycleEvaluatorTests
{
    private static readonly LocalDate[] Months = [.. Enumerable.Range(0, 30).Select(month => new LocalDate(2024, 1, 31).PlusMonths(month))];

    private static readonly AliveModelInForce[] Models = [.. Lives.Halving, new() { From = new LocalDate(2025, 3, 5), Model = new Lives.HalvingModel(200, "later") }];

    private static readonly PurchaseCalendar Calendar = Simulated();

    /// <summary>The columns are held to the replay of each customer, with a change of the model in the middle, and to each other.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Columns_say_what_replays_say(int workers)
    {
        LifecycleEvaluator evaluator = new(RetailLifecycle.Create(), Lives.Clock, Models);
        LifecycleReplay replay = new(RetailLifecycle.Create(), Lives.Clock, Models);
        StageTimeline timeline = evaluator.Over(Calendar, Months, workers, default);
        StageColumns columns = evaluator.At(Calendar, Months[^1], workers, default);
        HashSet<string> seen = [];
        for (int row = 0; row < Calendar.Count; row++)
        {
            LifecycleEvent[] events = [.. Calendar.Of(row).ToArray().Select(day => new LifecycleEvent { Id = $"{day}", Kind = "purchase", Day = PurchaseSummaries.Epoch.PlusDays(day) })];
            LifecycleHistory history = replay.Replay(events, Months[^1]);
            for (int month = 0; month < Months.Length; month++)
            {
                string? told = timeline.On(month)[row] is var stage and >= 0 ? timeline.Definition.Stages[stage].Key : null;
                Assert.Equal(history.On(Months[month])?.Key, told);
                seen.Add(told ?? "none");
            }

            Assert.Equal((history.Present!.Stage.Key, history.Present.On), (columns.Definition.Stages[columns.Stages[row]].Key, columns.Since(row)!.Value));
        }

        Assert.Superset(new HashSet<string> { "none", "new", "one-timer", "developing", "active", "cooling", "at-risk", "dormant", "reactivated" }, seen);
        Assert.Equal(timeline.Sizes(Months.Length - 1), columns.Sizes);
    }

    [Fact]
    public void Days_must_rise() =>
        Assert.Throws<ArgumentException>(() => new LifecycleEvaluator(RetailLifecycle.Create(), Lives.Clock).Over(Calendar, [Months[1], Months[0]]));

    [Fact]
    public void A_definition_without_purchases_is_refused() =>
        Assert.Contains("'purchase' is no event of 'contract'", Assert.Throws<ArgumentException>(() => new LifecycleEvaluator(ContractLifecycle.Create(), Lives.Clock)).Message, StringComparison.Ordinal);

    private static PurchaseCalendar Simulated()
    {
        PurchaseSummaryBuilder builder = new(SimulatedRetailer.Currency);
        builder.Add(SimulatedRetailer.Simulate(new() { Customers = 600 }).Purchases);
        return builder.BuildCalendar(ObservationWindow.Through(new LocalDate(2025, 12, 31)));
    }
}
