using CustomerValue.Lifecycle.Clock;
using CustomerValue.Lifecycle.Definition;
using CustomerValue.Lifecycle.Machine;
using CustomerValue.Lifecycle.Standard;
using CustomerValue.Validation;
using FsCheck.Xunit;

namespace CustomerValue.Tests.Lifecycle;

public sealed class LifecycleReplayTests
{
    private static readonly LifecycleReplay Retail = new(RetailLifecycle.Create(), Lives.Clock, Lives.Halving);

    /// <summary>From day 40 on the gap is 25 + s/4 after s days of silence: c ≥ 1.5 after 60 days, c ≥ 2 after 100. A &lt; 0.7 after 52 days, 0.5 after 101, 0.3 after 174, 0.1 after 333.</summary>
    [Fact]
    public void A_customer_grows_cools_is_lost_and_comes_back()
    {
        LifecycleReplay retail = new(RetailLifecycle.Create(new() { DormantSilence = 2.8, LostSilence = 3 }), Lives.Clock, Lives.Halving);
        LifecycleHistory history = retail.Replay([Lives.Event("created", -5), .. Lives.Purchases(0, 20, 40, 600, 640)], Lives.Day(700));
        // Cooling waits 7 days; from c ≥ 2 on nothing waits. From day 640 on A < 0.7 comes first again.
        Assert.Equal(["-5 prospect", "0 new", "20 developing", "40 active", "99 cooling", "141 at-risk", "214 dormant", "373 lost", "600 reactivated", "640 active", "699 cooling"], Lives.Told(history));
        Assert.Equal(1, history.FalseAlarms);
        StageChange back = history.Changes[8];
        Assert.Equal("purchase-600", back.EventId);
        Assert.Equal(560, back.Before.SilentDays);
        Assert.Equal(Math.Pow(0.5, 5.6), back.Before.Alive, 12);
        Assert.Contains("days since the last purchase 560", back.Reason.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_buys_once_is_new_until_most_who_return_have_returned()
    {
        // Of the four who came back two waited 30 days, one 60, one 120: S₂ is 0.5 from day 30 on, 0.25 from day 60 on.
        LifecycleHistory history = Retail.Replay(Lives.Purchases(0), Lives.Day(1000));
        Assert.Equal(["0 new", "60 one-timer"], Lives.Told(history));
    }

    [Fact]
    public void A_refund_is_derived_anew_and_both_versions_stay_known()
    {
        LifecycleEvent[] events = [.. Lives.Purchases(0, 20), new() { Id = "r", Kind = LifecycleEvent.Refund, Of = "purchase-20", Day = Lives.Day(30) }];
        Assert.Equal(["0 new"], Lives.Told(Retail.Replay(events, Lives.Day(35))));
        Assert.Equal(["0 new", "20 developing"], Lives.Told(Retail.Replay(events, Lives.Day(35), knownOn: Lives.Day(29))));
    }

    [Fact]
    public void A_part_that_is_refunded_leaves_the_purchase()
    {
        LifecycleEvent purchase = Lives.Event("purchase", 20) with { Amount = 10 }, refund = new() { Id = "r", Kind = LifecycleEvent.Refund, Of = "purchase-20", Day = Lives.Day(30), Amount = 9.99m };
        Assert.Equal(["0 new", "20 developing"], Lives.Told(Retail.Replay([.. Lives.Purchases(0), purchase, refund], Lives.Day(35))));
        Assert.Equal(["0 new"], Lives.Told(Retail.Replay([.. Lives.Purchases(0), purchase, refund, refund with { Id = "r2", Amount = 0.01m }], Lives.Day(35))));
    }

    [Fact]
    public void A_late_order_counts_from_the_day_it_was_made()
    {
        LifecycleEvent[] events = [.. Lives.Purchases(0), Lives.Event("purchase", 20, known: 90)];
        Assert.Equal(["0 new", "60 one-timer"], Lives.Told(Retail.Replay(events, Lives.Day(85), knownOn: Lives.Day(85))));
        Assert.Equal("0 new|20 developing", string.Join("|", Lives.Told(Retail.Replay(events, Lives.Day(30)))));
    }

    [Fact]
    public void Two_orders_of_a_day_are_one_purchase()
    {
        LifecycleEvent[] events = [Lives.Event("purchase", 0, "a"), Lives.Event("purchase", 0, "b")];
        Assert.Equal(["0 new"], Lives.Told(Retail.Replay(events, Lives.Day(10))));
    }

    [Fact]
    public void Closing_needs_a_reason_ends_all_and_can_be_undone()
    {
        LifecycleEvent close = Lives.Event(RetailLifecycle.Closed, 10);
        LifecycleHistory without = Retail.Replay([.. Lives.Purchases(0), close], Lives.Day(20));
        Assert.Contains("needs a reason", Assert.Single(without.Refused).Reason.English, StringComparison.Ordinal);
        LifecycleEvent[] closed = [.. Lives.Purchases(0, 30), close with { Reason = "merged into C2" }];
        LifecycleHistory history = Retail.Replay(closed, Lives.Day(50));
        Assert.Equal(["0 new", "10 closed"], Lives.Told(history));
        Assert.Contains("not allowed in Closed", Assert.Single(history.Refused).Reason.English, StringComparison.Ordinal);
        Assert.Equal(["0 new", "30 developing"], Lives.Told(Retail.Replay([.. closed, new() { Id = "u", Kind = LifecycleEvent.Undo, Of = close.Id, Day = Lives.Day(40) }], Lives.Day(50))));
    }

    /// <summary>What history says of a day never depends on when, or how often, anybody looks.</summary>
    [Property(MaxTest = 200)]
    public void Any_schedule_of_evaluations_gives_the_same_history(ushort[] gaps, ushort until)
    {
        LifecycleEvent[] events = Events(gaps);
        string[] whole = Lives.Told(Retail.Replay(events, Lives.Day(5000)));
        int asOf = until % 5000;
        string[] early = Lives.Told(Retail.Replay([.. events.Where(each => each.Day <= Lives.Day(asOf))], Lives.Day(asOf)));
        Assert.Equal(whole.Where(told => int.Parse(told.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture) <= asOf), early);
    }

    [Property(MaxTest = 200)]
    public void Between_purchases_nothing_improves(ushort[] gaps)
    {
        LifecycleHistory history = Retail.Replay(Events(gaps), Lives.Day(5000));
        Assert.All(history.Changes.Where(change => change.EventId is null), change => Assert.True(change.Stage.Standing <= change.Left!.Standing));
        Assert.All(history.Changes.Zip(history.Changes.Skip(1), (first, second) => (first, second)), pair => Assert.True(pair.first.On <= pair.second.On && pair.second.Left == pair.first.Stage));
    }

    [Fact]
    public void Another_model_lifts_by_one_stage_and_only_where_it_is_sure()
    {
        string[] After(double days) => Lives.Told(new LifecycleReplay(RetailLifecycle.Create(new() { CoolingSilence = 100, AtRiskSilence = 100, DormantSilence = 100, LostSilence = 100 }), Lives.Clock, [.. Lives.Halving, new() { From = Lives.Day(130), Model = new Lives.HalvingModel(days) }])
            .Replay(Lives.Purchases(0, 20), Lives.Day(131)));

        // On day 130 the silence is 110 days: A = 0.47 by the first model, 0.58 by one that halves in 140 days, and 0.80 by one in 343, which is above 0.5 + 0.1.
        string[] unsure = ["0 new", "20 developing", "79 cooling", "128 at-risk"];
        Assert.Equal(unsure, After(100));
        Assert.Equal([.. unsure, "130 cooling"], After(343));
        Assert.Equal(unsure, After(140));
    }

    [Fact]
    public void Events_that_cannot_be_are_refused_all_at_once()
    {
        DataRejectedException refusal = Assert.Throws<DataRejectedException>(() => Retail.Replay(
            [Lives.Event("created", 5), Lives.Event("purchase", 0), Lives.Event("bought", 6), Lives.Event("purchase", 9, known: 8), Lives.Event("purchase", 0), new() { Id = "r", Kind = LifecycleEvent.Refund, Of = "none", Day = Lives.Day(9) }], Lives.Day(10)));
        Assert.Equal(["day", "kind", "recordedOn", "id", "day", "of"], refusal.Problems.Select(problem => problem.Field));
        Assert.Contains("'bought' is no event of 'retail'; known are created, purchase, model-changed, closed, refund and undo.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Contracts_follow_their_terms()
    {
        LifecycleReplay contract = new(ContractLifecycle.Create(), Lives.Clock);
        LifecycleEvent[] events =
        [
            Lives.Event(ContractLifecycle.Signed, 0) with { TermEnd = Lives.Day(365) },
            Lives.Event(ContractLifecycle.Renewed, 380) with { TermEnd = Lives.Day(730) },
            Lives.Event(ContractLifecycle.Signed, 900) with { TermEnd = Lives.Day(1265) },
            Lives.Event(ContractLifecycle.Cancelled, 920) with { Reason = "price" },
        ];
        Assert.Equal(["0 onboarding", "30 in-term", "305 renewal-due", "366 grace", "380 in-term", "670 renewal-due", "731 grace", "761 lapsed", "900 won-back", "920 lapsed"], Lives.Told(contract.Replay(events, Lives.Day(1000))));
    }

    [Fact]
    public void Ownership_runs_beside_the_stage()
    {
        LifecycleReplay accounts = new(AccountLifecycle.Create(), Lives.Clock, Lives.Halving);
        LifecycleHistory history = accounts.Replay(
            [Lives.Event("created", 0), Lives.Event("claimed", 3), Lives.Event("progress", 20), Lives.Event("quoted", 30), Lives.Event("purchase", 50), Lives.Event("allocated", 90), Lives.Event("returned", 95)], Lives.Day(100));
        Assert.Equal(["0 prospect", "30 quoted", "50 new"], Lives.Told(history));
        Assert.Equal(["0 pool", "3 owned", "20 owned", "30 owned", "50 owned", "80 pool", "90 owned", "95 pool"], Lives.Told(Assert.Single(history.Parallel)));
    }

    private static LifecycleEvent[] Events(ushort[] gaps)
    {
        int day = 0;
        return Lives.Purchases([0, .. (gaps ?? []).Take(12).Select(gap => day += 1 + (gap % 700))]);
    }
}
