using CustomerValue.Customers;
using CustomerValue.Lifecycle.Definition;
using CustomerValue.Lifecycle.Evaluation;
using CustomerValue.Lifecycle.Machine;
using CustomerValue.Lifecycle.Standard;
using CustomerValue.Simulation;
using NodaTime;

namespace CustomerValue.Tests.Lifecycle;

/// <summary>Whole histories as columns, and the hash of the definition that they are made by.</summary>
public sealed class StageHistoriesTests
{
    private static readonly LocalDate Day = new(2025, 6, 30);
    private static readonly LifecycleReplay Replay = new(RetailLifecycle.Create(), Lives.Clock, Lives.Halving);

    [Fact]
    public void From_purchases_they_are_those_of_replays()
    {
        PurchaseSummaryBuilder builder = new(SimulatedRetailer.Currency);
        builder.Add(SimulatedRetailer.Simulate(new() { Customers = 200 }).Purchases);
        PurchaseCalendar purchases = builder.BuildCalendar(ObservationWindow.Through(new LocalDate(2025, 12, 31)));
        StageHistories histories = new LifecycleEvaluator(RetailLifecycle.Create(), Lives.Clock, Lives.Halving).Histories(purchases, Day);
        Assert.Equal(purchases.Customers.ToArray(), histories.Customers.ToArray());
        int empty = 0;
        for (int row = 0; row < purchases.Count; row++)
        {
            LifecycleEvent[] events = [.. purchases.Of(row).ToArray().Select(day => new LifecycleEvent { Id = $"{day}", Kind = "purchase", Day = PurchaseSummaries.Epoch.PlusDays(day) })];
            IReadOnlyList<StageChange> changes = Replay.Replay(events, Day).Changes;
            Assert.Equal(changes.Select(change => (change.On, change.Stage.Key, change.Transition.Id)), histories.Changes(row).Select(change => (change.On, change.Stage.Key, change.Transition.Id)));
            Assert.Equal(changes.Count, histories.Count(row));
            Assert.Equal(row, histories.RowOf(purchases.Customers[row]));
            empty += changes.Count == 0 ? 1 : 0;
        }

        Assert.True(empty > 0);
        Assert.Equal(-1, histories.RowOf(new("nobody")));
    }

    [Fact]
    public void Histories_that_do_not_go_together_are_refused()
    {
        LifecycleHistory history = Replay.Replay(Lives.Purchases(0, 20), Lives.Day(90)), other = Replay.Replay(Lives.Purchases(0), Lives.Day(91));
        LifecycleHistory moved = new LifecycleReplay(RetailLifecycle.Create(new() { CoolingSilence = 1.6 }), Lives.Clock).Replay(Lives.Purchases(0), Lives.Day(90));
        Assert.Throws<ArgumentException>(() => StageHistories.Of([]));
        Assert.Throws<ArgumentException>(() => StageHistories.Of([new(default, history)]));
        Assert.Contains("two histories", Assert.Throws<ArgumentException>(() => StageHistories.Of([new(new("a"), history), new(new("a"), history)])).Message, StringComparison.Ordinal);
        Assert.Contains("one day and definition", Assert.Throws<ArgumentException>(() => StageHistories.Of([new(new("a"), history), new(new("b"), other)])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => StageHistories.Of([new(new("a"), history), new(new("b"), moved)]));
        Assert.Equal(["a", "b"], StageHistories.Of([new(new("b"), history), new(new("a"), history)]).Customers.ToArray().Select(customer => customer.Value));
    }

    [Fact]
    public void A_definition_has_the_hash_of_what_it_says()
    {
        static LifecycleBuilder Made(string version = "1", string chinese = "一", double bound = 2, int hold = 7, bool isEnd = true) => new LifecycleBuilder("k", version, new("K", chinese))
            .With(new LifecycleEventType { Key = "purchase", Label = new("Purchase", "购买") })
            .With(new LifecycleStage { Key = "in", Label = new("In", "在"), Standing = 1, IsEnd = true }, new LifecycleStage { Key = "out", Label = new("Out", "离"), Standing = 0, IsEnd = isEnd })
            .With(new LifecycleTransition { Id = "1", To = "in", On = "purchase" }, new LifecycleTransition { Id = "2", From = ["out"], To = "in", On = "purchase" })
            .With(new LifecycleTransition { Id = "3", From = ["in"], To = "out", On = LifecycleDefinition.Time, Guard = Guard.AtLeast(CustomerValue.Lifecycle.Measure.Silence, bound), HoldDays = hold });

        string[] hashes = [.. new[] { Made(), Made("2"), Made(chinese: "二"), Made(bound: 2.0000000000000004), Made(hold: 8), Made(isEnd: false), Made().Beside(ContractLifecycle.Create()) }.Select(each => each.Build().Hash)];
        Assert.Equal(hashes.Length, hashes.Distinct().Count());
        Assert.Equal(hashes[0], Made().Build().Hash);
        Assert.All(hashes, hash => Assert.Matches("^[0-9a-f]{64}$", hash));
        Assert.Equal(RetailLifecycle.Create().Hash, RetailLifecycle.Create().Hash);
    }
}
