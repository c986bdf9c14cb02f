using CustomerValue.Lifecycle.Definition;
using CustomerValue.Lifecycle.Machine;
using CustomerValue.Lifecycle.Standard;
using CustomerValue.Validation;
using FsCheck.Xunit;
using NodaTime;

namespace CustomerValue.Tests.Lifecycle;

/// <summary>What was believed on one day about another, and what a late word made of it.</summary>
public sealed class LifecycleRevisionTests
{
    private static readonly LifecycleReplay Retail = new(RetailLifecycle.Create(), Lives.Clock, Lives.Halving);

    [Fact]
    public void A_refund_revises_the_days_since_its_purchase()
    {
        LifecycleEvent[] events = [.. Lives.Purchases(0, 20), Refund("r", "purchase-20", 30)];
        Assert.Equal(["30 by r: 20-29 developing -> new"], Told(Retail.Revisions(events)));
        Assert.Empty(Retail.Revisions(events, knownOn: Lives.Day(29)));
        // On day 30 it is known of day 25 that there was one purchase; on day 29 it was not.
        Assert.Equal("new", Retail.Replay(events, Lives.Day(25), knownOn: Lives.Day(30)).Present!.Stage.Key);
        Assert.Equal("developing", Retail.Replay(events, Lives.Day(25), knownOn: Lives.Day(29)).Present!.Stage.Key);
        Assert.Equal("developing", Retail.Replay(events, Lives.Day(25)).Present!.Stage.Key);
    }

    [Fact]
    public void A_late_order_revises_stage_by_stage_as_long_as_both_versions_last()
    {
        LifecycleEvent[] events = [.. Lives.Purchases(0), Lives.Event("purchase", 20, known: 90)];
        Assert.Equal(["90 by purchase-20: 20-59 new -> developing", "90 by purchase-20: 60-78 one-timer -> developing", "90 by purchase-20: 79-89 one-timer -> cooling"], Told(Retail.Revisions(events)));
    }

    [Fact]
    public void Events_of_another_customer_that_was_merged_are_known_from_the_merge_on()
    {
        LifecycleEvent[] events = [Lives.Event("created", 2), Lives.Event("purchase", 5), Lives.Event("created", -9, "other", known: 40), Lives.Event("purchase", -4, "other-1", known: 40)];
        Assert.Equal(["40 by other+other-1: -9--5 none -> prospect", "40 by other+other-1: -4-1 none -> new", "40 by other+other-1: 2-4 prospect -> new", "40 by other+other-1: 5-39 new -> developing"], Told(Retail.Revisions(events)));
        // Whichever customer comes first.
        Assert.Equal(Lives.Told(Retail.Replay(events, Lives.Day(50))), Lives.Told(Retail.Replay([.. events.Reverse()], Lives.Day(50))));
    }

    [Fact]
    public void A_refund_booked_by_mistake_is_undone()
    {
        LifecycleEvent[] events = [.. Lives.Purchases(0, 20), Refund("r", "purchase-20", 30), new() { Id = "u", Kind = LifecycleEvent.Undo, Of = "r", Day = Lives.Day(40) }];
        Assert.Equal(["0 new", "20 developing"], Lives.Told(Retail.Replay(events, Lives.Day(45))));
        Assert.Equal(["30 by r: 20-29 developing -> new", "40 by u: 20-39 new -> developing"], Told(Retail.Revisions(events)));
        DataRejectedException refusal = Assert.Throws<DataRejectedException>(() => Retail.Revisions([.. events, new() { Id = "v", Kind = LifecycleEvent.Undo, Of = "u", Day = Lives.Day(41) }]));
        Assert.Contains("can be undone", Assert.Single(refusal.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_owned_an_account_is_revised_beside_the_stage()
    {
        LifecycleReplay accounts = new(AccountLifecycle.Create(), Lives.Clock, Lives.Halving);
        LifecycleRevision revision = Assert.Single(accounts.Revisions([Lives.Event("created", 0), Lives.Event("claimed", 3, known: 10)]));
        Assert.Equal("ownership", revision.Definition.Key);
        Assert.Equal(["10 by claimed-3: 3-9 pool -> owned"], Told([revision]));
    }

    [Fact]
    public void Events_of_one_day_happen_in_the_order_of_the_definition_then_of_knowledge_then_of_ids()
    {
        LifecycleEvent close = Lives.Event(RetailLifecycle.Closed, 0) with { Reason = "blocked" };
        LifecycleEvent[] day = [close, Lives.Event("purchase", 0), Lives.Event("created", 0)];
        Assert.Equal(["0 prospect", "0 new", "0 closed"], Lives.Told(Retail.Replay(day, Lives.Day(0))));
        Assert.Equal(["0 prospect", "0 new", "0 closed"], Lives.Told(Retail.Replay([.. day.Reverse()], Lives.Day(0))));
        LifecycleReplay contract = new(ContractLifecycle.Create(), Lives.Clock);
        LifecycleEvent signed = Lives.Event(ContractLifecycle.Signed, 0) with { TermEnd = Lives.Day(100) }, early = Lives.Event(ContractLifecycle.Renewed, 50, "z") with { TermEnd = Lives.Day(200) }, late = Lives.Event(ContractLifecycle.Renewed, 50, "a", known: 51) with { TermEnd = Lives.Day(300) };
        // What became known last has the last word on the term, then the greater id.
        foreach (LifecycleEvent[] events in new LifecycleEvent[][] { [signed, early, late], [late, early, signed] })
            Assert.Equal("240 renewal-due", Lives.Told(contract.Replay(events, Lives.Day(250)))[^1]);
        foreach (LifecycleEvent[] events in new LifecycleEvent[][] { [signed, early, late with { RecordedOn = null }], [late with { RecordedOn = null }, early, signed] })
            Assert.Equal("140 renewal-due", Lives.Told(contract.Replay(events, Lives.Day(150)))[^1]);
    }

    /// <summary>What is believed on a day about an earlier one does not depend on how far a history goes.</summary>
    [Property(MaxTest = 100)]
    public void A_belief_about_a_day_is_the_same_in_longer_histories(ushort[] seeds, ushort about, ushort on)
    {
        LifecycleEvent[] events = Events(seeds);
        int known = on % 2000, asOf = about % (known + 1);
        string[] whole = Lives.Told(Retail.Replay(events, Lives.Day(known), Lives.Day(known)));
        Assert.Equal(whole.Where(told => int.Parse(told.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture) <= asOf), Lives.Told(Retail.Replay(events, Lives.Day(asOf), Lives.Day(known))));
    }

    /// <summary>What was said on each day, revised in order, is what is believed at the end: the journal holds both versions and loses none.</summary>
    [Property(MaxTest = 30)]
    public void Days_as_they_were_told_and_the_revisions_give_the_present_history(ushort[] seeds)
    {
        LifecycleEvent[] events = Events(seeds);
        const int end = 400;
        IReadOnlyList<LifecycleRevision> revisions = Retail.Revisions(events, Lives.Day(end));
        LifecycleHistory present = Retail.Replay(events, Lives.Day(end), Lives.Day(end));
        for (LocalDate day = Lives.Start; day < Lives.Day(end); day = day.PlusDays(7))
        {
            LifecycleStage? told = Retail.Replay(events, day, day).On(day);
            foreach (LifecycleRevision revision in revisions.Where(each => each.From <= day && day <= each.Through))
            {
                Assert.Equal(told, revision.Was);
                Assert.True(day < revision.KnownOn && revision.Was != revision.Is);
                told = revision.Is;
            }

            Assert.Equal(present.On(day), told);
        }
    }

    /// <summary>Purchases up to 60 days apart, some told late, some given back, some returns undone.</summary>
    private static LifecycleEvent[] Events(ushort[] seeds)
    {
        List<LifecycleEvent> events = [];
        int day = 0;
        foreach (ushort seed in (seeds ?? []).Take(12))
        {
            day += 1 + (seed % 60);
            int known = day + (seed % 3 == 0 ? seed / 3 % 90 : 0);
            events.Add(Lives.Event("purchase", day, $"o{events.Count}", known));
            if (seed % 5 == 0)
                events.Add(Refund($"r{events.Count}", events[^1].Id, known + (seed / 5 % 50)));
            if (seed % 10 == 0)
                events.Add(new() { Id = $"u{events.Count}", Kind = LifecycleEvent.Undo, Of = events[^1].Id, Day = events[^1].Day.PlusDays(seed / 10 % 40) });
        }

        return [.. events];
    }

    private static LifecycleEvent Refund(string id, string of, int day) => new() { Id = id, Kind = LifecycleEvent.Refund, Of = of, Day = Lives.Day(day) };

    private static string[] Told(IReadOnlyList<LifecycleRevision> revisions) => [.. revisions.Select(each => $"{Number(each.KnownOn)} by {string.Join("+", each.Causes)}: {Number(each.From)}-{Number(each.Through)} {each.Was?.Key ?? "none"} -> {each.Is?.Key ?? "none"}")];

    private static int Number(LocalDate day) => Period.DaysBetween(Lives.Start, day);
}
