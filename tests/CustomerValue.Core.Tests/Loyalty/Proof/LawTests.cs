using CustomerValue.Customers;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Loyalty.Rules.Conditions;
using CustomerValue.Loyalty.Rules.Effects;
using CustomerValue.Tests.Loyalty.Scenarios;
using NodaTime;

namespace CustomerValue.Tests.Loyalty.Proof;

/// <summary>T8 and T22: what may be changed about a history without changing what comes of it. (That jobs change nothing is part of <see cref="HistoryTests"/>.)</summary>
public sealed class LawTests
{
    [Fact]
    public void Members_do_not_touch_each_other_in_whatever_order_their_commands_come()
    {
        for (int seed = 0; seed < 200; seed++)
        {
            Histories one = new(seed);
            Histories other = new(seed + 1000);
            List<LoyaltyEvent> left = Of(one, "one"), right = Of(other, "two"), mixed = [];
            Random random = new(seed);
            for (int l = 0, r = 0; l < left.Count || r < right.Count;)
                mixed.Add(r == right.Count || (l < left.Count && random.Next(2) == 0) ? left[l++] : right[r++]);
            LoyaltyLedger apart = Run(one.Variant.Program, [.. left, .. right]);
            LoyaltyLedger together = Run(one.Variant.Program, mixed);
            Assert.Equal(Told(apart, "one", one.Now), Told(together, "one", one.Now));
            Assert.Equal(Told(apart, "two", other.Now), Told(together, "two", other.Now));
        }
    }

    [Fact]
    public void The_same_history_some_hours_on_in_a_zone_as_far_away_comes_to_the_same()
    {
        for (int seed = 0; seed < 200; seed++)
        {
            Histories history = new(seed);
            List<LoyaltyEvent> events = Of(history, "m");
            Duration shift = Duration.FromHours(5);
            CompiledProgram there = CompiledProgram.Load(history.Variant.Program.Program with { TimeZone = "Etc/GMT-3" });
            LoyaltyLedger here = Run(history.Variant.Program, events);
            LoyaltyLedger moved = Run(there, [.. events.Select(each => each with { OccurredAt = each.OccurredAt + shift, RecordedAt = each.RecordedAt + shift })]);
            Assert.Equal(Told(here, "m", history.Now), Told(moved, "m", history.Now + shift));
        }
    }

    [Fact]
    public void A_rule_that_never_fires_changes_no_entry_and_money_and_rate_scale_together()
    {
        for (int seed = 0; seed < 100; seed++)
        {
            Histories history = new(seed);
            List<LoyaltyEvent> events = Of(history, "m");
            LoyaltyProgram program = history.Variant.Program.Program;
            CompiledProgram longer = CompiledProgram.Load(program with { Rules = [.. program.Rules, new() { Id = "never", On = EventTypes.OrderPaid, Priority = 5, When = new AmountCondition { AtLeast = Club.Yuan(1_000_000) }, Then = [new EarnEffect { Points = 100 }] }] });
            LoyaltyLedger plain = Run(history.Variant.Program, events);
            Assert.Equal(Movements(plain), Movements(Run(longer, events)));

            CompiledProgram tenfold = CompiledProgram.Load(program with { Rules = [.. program.Rules.Select(rule => rule.Id == "base" ? rule with { Then = [(EarnEffect)rule.Then[0] with { Per = Club.Yuan(30) }] } : rule)] });
            Assert.Equal(Movements(plain), Movements(Run(tenfold, [.. events.Select(Tenfold)])));
        }
    }

    [Fact]
    public void A_refund_of_all_and_a_void_are_as_if_nothing_had_been_and_any_split_of_a_refund_is_one_refund()
    {
        Random random = new(5);
        for (int round = 0; round < 300; round++)
        {
            CompiledProgram program = Histories.Variants[random.Next(Histories.Variants.Length)].Program;
            OrderPaid order = new() { Key = "o", Member = new("m"), OccurredAt = Club.At("2026-01-02"), Order = new() { Id = "o", Lines = [Club.Line("0", random.Next(1, 90)), Club.Line("1", random.Next(1, 90), "coffee")] } };
            LoyaltyEvent[] before = [new PointsEarned { Key = "e", Member = new("m"), OccurredAt = Club.At("2026-01-01"), Points = 40 }, new PointsHeld { Key = "h", Member = new("m"), OccurredAt = Club.At("2026-01-02"), Points = 30, Hold = "h" }];
            LoyaltyLedger nothing = Run(program, [before[0]]);
            LoyaltyLedger undone = Run(program, [.. before, order, new HoldVoided { Key = "v", Member = new("m"), OccurredAt = Club.At("2026-01-02 12:05"), Hold = "h" }, new OrderRefunded { Key = "r", Member = new("m"), OccurredAt = Club.At("2026-01-02 13:00"), OrderId = "o" }]);
            Assert.Equal(Standing(nothing), Standing(undone));

            int parts = random.Next(2, 10);
            LoyaltyEvent[] split = [.. Enumerable.Range(0, parts).Select(at => new OrderRefunded { Key = "r" + at, Member = new("m"), OccurredAt = Club.At("2026-01-02 13:00"), OrderId = "o", Share = 0.1m })];
            LoyaltyEvent whole = new OrderRefunded { Key = "r", Member = new("m"), OccurredAt = Club.At("2026-01-02 13:00"), OrderId = "o", Share = 0.1m * parts };
            Assert.Equal(Standing(Run(program, [before[0], order, whole])), Standing(Run(program, [before[0], order, .. split])));
        }
    }

    [Fact]
    public void A_merge_that_is_undone_at_once_and_an_erasure_change_no_sum()
    {
        int undone = 0;
        for (int seed = 0; seed < 400; seed++)
        {
            Histories history = new(seed);
            LoyaltyLedger ledger = Run(history.Variant.Program, [.. Enumerable.Range(0, 16).Select(_ => history.Next()).Where(each => each is not PointsHeld)]);
            Instant now = history.Now + Duration.FromDays(1);
            (string a, string b) = (Told(ledger, "a", now, now), Told(ledger, "b", now, now));
            if (!ledger.Handle(new MemberMerged { Key = "merge", Member = new("a"), Other = new("b"), OccurredAt = now }).IsAccepted)
                continue;
            Assert.Null(ledger.Verify());
            LedgerAnswer answer = ledger.Handle(new MemberUnmerged { Key = "unmerge", Member = new("a"), Other = new("b"), OccurredAt = now + Duration.FromSeconds(1) });
            Assert.True(answer.IsAccepted);
            Assert.Null(ledger.Verify());
            Instant later = now + Duration.FromSeconds(2);
            Assert.Equal((a, b), (Told(ledger, "a", later, now), Told(ledger, "b", later, now)));

            // Both go on, as two; what is folded later reads the other's journal as it was at the merge.
            ledger.Handle(new OrderPaid { Key = "more", Member = new("b"), OccurredAt = later, Order = new() { Id = "more", Lines = [Club.Line("0", 60)] } });
            ledger.Handle(new PointsEarned { Key = "e1", Member = new("a"), OccurredAt = later, Points = 9 });
            ledger.Quote(new OrderRefunded { Key = "q", Member = new("a"), OccurredAt = later, OrderId = "none" });
            ledger.Quote(new PointsEarned { Key = "q", Member = new("a"), OccurredAt = later, Points = 9 });
            Assert.Null(ledger.Verify());
            PointsTotals before = ledger.Totals(later);
            Assert.True(ledger.Handle(new MemberErased { Key = "erase", Member = new("a"), OccurredAt = later }).IsAccepted);
            Assert.Equal(before, ledger.Totals(later));
            Assert.Equal(0, ledger.Balance(new("a"), later).Issued);
            Assert.Null(ledger.Verify());
            undone++;
        }

        Assert.True(undone > 200);
    }

    /// <summary>A history as one member's: its names are his, and nothing goes to others.</summary>
    private static List<LoyaltyEvent> Of(Histories history, string member)
    {
        List<LoyaltyEvent> events = [];
        for (int step = 0; step < 16; step++)
        {
            LoyaltyEvent next = history.Next();
            if (next is PointsTransferred)
                continue;
            next = next with { Key = member + next.Key, Member = new CustomerId(member) };
            events.Add(next switch
            {
                PointsEarned earned => earned with { Source = earned.Source is null ? null : member + earned.Source },
                OrderPaid paid => paid with { Order = paid.Order with { Id = member + paid.Order.Id } },
                OrderRefunded refunded => refunded with { OrderId = member + refunded.OrderId },
                _ => next,
            });
        }

        return events;
    }

    private static LoyaltyEvent Tenfold(LoyaltyEvent happened) => happened switch
    {
        OrderPaid paid => paid with { Order = paid.Order with { Lines = [.. paid.Order.Lines.Select(line => line with { Amount = Club.Yuan(10 * line.Amount.Amount) })] } },
        OrderRefunded refunded => refunded with { Lines = [.. refunded.Lines.Select(line => line with { Amount = Club.Yuan(10 * line.Amount.Amount) })] },
        _ => happened,
    };

    private static LoyaltyLedger Run(CompiledProgram program, IEnumerable<LoyaltyEvent> events)
    {
        LoyaltyLedger ledger = new(new ProgramVersions(program));
        foreach (LoyaltyEvent happened in events)
            ledger.Handle(happened);
        Assert.Null(ledger.Verify());
        return ledger;
    }

    private static string Told(LoyaltyLedger ledger, string member, Instant now, Instant? also = null) => string.Join("\n", Enumerable.Range(also is null ? 0 : 8, also is null ? 16 : 8).Select(at =>
    {
        PointsBalance balance = ledger.Balance(new(member), (also ?? now) + Duration.FromHours((36 * (at - 8)) + (also is null ? 0 : 1)));
        return $"{balance.Available} {balance.Pending} {balance.Held} {balance.Debt}";
    }));

    private static string Standing(LoyaltyLedger ledger)
    {
        PointsBalance now = ledger.Balance(new("m"), Club.At("2026-01-03")), then = ledger.Balance(new("m"), Club.At("2026-01-20"));
        return $"{now.Available} {now.Pending} {now.Held} {now.Debt} {now.Issued - now.Reversed} {then.Available} {then.Expired}";
    }

    private static string Movements(LoyaltyLedger ledger) => string.Join("\n", ledger.Journal().Select(entry => $"{entry.Kind} {entry.EffectiveAt} {string.Join(",", entry.Postings)}"));
}
