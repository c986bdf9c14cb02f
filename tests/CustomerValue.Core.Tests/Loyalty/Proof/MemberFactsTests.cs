using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rules.Conditions;
using CustomerValue.Loyalty.Rules.Effects;
using CustomerValue.Tests.Loyalty.Scenarios;
using NodaTime;

namespace CustomerValue.Tests.Loyalty.Proof;

/// <summary>What rules see of a member is what his orders come to: one after another, late, refunded, merged and parted again.</summary>
public sealed class MemberFactsTests
{
    /// <summary>The n-th order earns n × 100, so that what an order earned says which one it was.</summary>
    private static readonly Func<LoyaltyProgram, LoyaltyProgram> Counting = program => program with
    {
        Tiers = null,
        Rules =
        [
            .. Enumerable.Range(1, 6).Select(number => new LoyaltyRule { Id = $"n{number}", On = EventTypes.OrderPaid, When = new PurchaseNumberCondition { Is = number }, Then = [new EarnEffect { Points = 100 * number }] }),
            new() { Id = "week", On = EventTypes.OrderPaid, When = new StreakCondition { Of = EventTypes.OrderPaid, Unit = CivilPeriod.LocalDay, Length = 3 }, Then = [new EarnEffect { Points = 7 }] },
            new() { Id = "once", On = EventTypes.OrderPaid, Limit = new() { Times = 2 }, Then = [new EarnEffect { Points = 1000 }] },
            new() { Id = "refund", On = EventTypes.OrderRefunded, Then = [new ReverseEarnEffect(), new RestoreRedemptionEffect()] },
        ],
    };

    private readonly Club club = new(Counting);

    [Fact]
    public void Orders_count_one_after_another_but_not_those_refunded_whole()
    {
        Assert.Equal([1, 2], Of("2026-01-01", "a", "2026-01-03", "b"));
        club.Refund("2026-01-04", "a", 0.5m);
        Assert.Equal(3, Number("2026-01-05", "c"));
        club.Refund("2026-01-06", "a", 0.5m);
        Assert.Equal(3, Number("2026-01-07", "d"));
        club.Refund("2026-01-08", "b", 1);
        club.Refund("2026-01-08 13:00", "c", 1);
        Assert.Equal(2, Number("2026-01-09", "e"));
    }

    [Fact]
    public void A_late_order_is_judged_by_the_orders_before_it()
    {
        Assert.Equal([1, 2], Of("2026-01-01", "a", "2026-01-10", "b"));
        Assert.Equal(2, Number("2026-01-05", "late", recorded: "2026-01-11"));
        Assert.Equal(1, Number("2025-12-31", "first", recorded: "2026-01-12"));
        // At one instant none is before the other.
        Assert.Equal(4, Number("2026-01-10", "same", recorded: "2026-01-13"));
        Assert.Equal(6, Number("2026-01-14", "last"));
    }

    [Fact]
    public void Days_in_a_row_are_counted_in_the_order_of_days()
    {
        string[] days = ["2026-01-03", "2026-01-01", "2026-01-02"];
        foreach (string day in days)
            Assert.DoesNotContain("week", Rules(club.Order(day, day, 10, recorded: "2026-01-03 13:00")));

        Club right = new(Counting);
        Assert.DoesNotContain("week", Rules(right.Order("2026-01-01", "a", 10)));
        Assert.DoesNotContain("week", Rules(right.Order("2026-01-02", "b", 10)));
        Assert.Contains("week", Rules(right.Order("2026-01-03", "c", 10)));
        Assert.DoesNotContain("week", Rules(right.Order("2026-01-03 13:00", "d", 10)));
    }

    [Fact]
    public void A_merge_adds_what_the_other_did_and_parting_takes_it_away_again()
    {
        Of("2026-01-01", "a", "2026-01-02", "b");
        club.Order("2026-01-03", "o1", 10, "other");
        club.Order("2026-01-04", "o2", 10, "other");
        Merge("2026-01-05");
        // Both had used the limit of 2 between them twice over; the fifth order is the fifth.
        string[] fifth = Rules(club.Order("2026-01-06", "c", 10));
        Assert.Equal(["n5"], fifth.Where(rule => rule != "week"));

        Club parted = new(Counting);
        parted.Order("2026-01-01", "a", 10);
        parted.Order("2026-01-03", "o1", 10, "other");
        parted.Order("2026-01-04", "o2", 10, "other");
        Merge("2026-01-05", parted);
        Assert.True(parted.Ledger.Handle(new MemberUnmerged { Key = "part", Member = new("m"), Other = new("other"), OccurredAt = Club.At("2026-01-06") }).IsAccepted);
        Assert.Equal(["n2", "once"], Rules(parted.Order("2026-01-08", "b", 10)));
        Assert.Equal(["n3"], Rules(parted.Order("2026-01-08", "o3", 10, "other")));
        Assert.Equal(LedgerError.UnknownOrder, parted.Refund("2026-01-09", "o1", 1).Rejection!.Error);
        Assert.True(parted.Refund("2026-01-09", "o1", 1, "other").IsAccepted);
    }

    [Fact]
    public void A_merged_member_refunds_and_cancels_what_the_other_bought_and_spent()
    {
        Club both = new(program => Counting(program) with { Rules = [new() { Id = "base", On = EventTypes.OrderPaid, Then = [Club.BaseEarn with { Qualifying = false }] }, Counting(program).Rules[^1]] });
        both.Order("2026-01-01", "a", 100);
        both.Order("2026-01-01", "o", 70, "other");
        both.Redeem("2026-01-02", 30);
        both.Redeem("2026-01-02", 20, member: "other");
        Merge("2026-01-05", both);
        Assert.Equal("120 / 0 / 0 / 0", both.State("2026-01-05"));
        // One source, spent on by both: 50 in all, given back from the last taken.
        both.Cancel("2026-01-06", points: 35);
        Assert.Equal("155 / 0 / 0 / 0", both.State("2026-01-06"));
        Assert.Equal(LedgerError.ExceedsOriginal, both.Cancel("2026-01-07", points: 16).Rejection!.Error);
        both.Cancel("2026-01-07", points: 15);
        Assert.Equal(LedgerError.AlreadyReversed, both.Cancel("2026-01-08").Rejection!.Error);
        both.Refund("2026-01-09", "o", 1);
        Assert.Equal("100 / 0 / 0 / 0", both.State("2026-01-09"));
        both.Refund("2026-01-10", "a", 0.4m);
        Assert.Equal("60 / 0 / 0 / 0", both.State("2026-01-10"));
    }

    [Fact]
    public void Parted_members_cancel_their_own_again()
    {
        Club both = new();
        both.Earn("2026-01-01", 100);
        both.Earn("2026-01-01", 80, member: "other");
        both.Redeem("2026-01-02", 30);
        both.Redeem("2026-01-02", 20, member: "other");
        Merge("2026-01-05", both);
        Assert.True(both.Ledger.Handle(new MemberUnmerged { Key = "part", Member = new("m"), Other = new("other"), OccurredAt = Club.At("2026-01-06") }).IsAccepted);
        Assert.Equal(("70 / 0 / 0 / 0", "60 / 0 / 0 / 0"), (both.State("2026-01-06"), both.State("2026-01-06", "other")));
        Assert.Equal(LedgerError.ExceedsOriginal, both.Cancel("2026-01-07", points: 31).Rejection!.Error);
        Assert.True(both.Cancel("2026-01-07").IsAccepted);
        Assert.True(both.Cancel("2026-01-07", member: "other").IsAccepted);
        Assert.Equal(("100 / 0 / 0 / 0", "80 / 0 / 0 / 0"), (both.State("2026-01-07"), both.State("2026-01-07", "other")));
    }

    [Fact]
    public void Whoever_joined_or_was_referred_first_did_so_after_a_merge_too()
    {
        Club both = new(program => program with
        {
            Tiers = null,
            Rules = [new() { Id = "refer", On = EventTypes.ReferralQualified, Then = [new EarnEffect { Points = 10, To = AwardTo.Referrer }] }, new() { Id = "year", On = EventTypes.OrderPaid, When = new AnniversaryCondition(), Then = [new EarnEffect { Points = 5 }] }],
        });
        both.Ledger.Handle(new MemberJoined { Key = "j1", Member = new("m"), OccurredAt = Club.At("2025-06-01") });
        both.Ledger.Handle(new MemberJoined { Key = "j2", Member = new("other"), OccurredAt = Club.At("2025-03-01") });
        both.Ledger.Handle(new ReferralQualified { Key = "r", Member = new("other"), Referrer = new("friend"), OccurredAt = Club.At("2025-07-01") });
        Assert.Equal("10 / 0 / 0 / 0", both.State("2025-07-01", "friend"));
        Assert.Equal([], Rules(both.Order("2026-03-01", "before", 10)));
        Merge("2026-03-01 13:00", both);
        Assert.Equal(["year"], Rules(both.Order("2026-03-01 14:00", "after", 10)));
        Assert.Equal([], Rules(both.Order("2026-06-01", "own", 10)));
        Assert.Equal(LedgerError.AlreadyReferred, both.Ledger.Handle(new ReferralQualified { Key = "r2", Member = new("m"), Referrer = new("friend2"), OccurredAt = Club.At("2026-04-01") }).Rejection!.Error);
        Assert.Equal(LedgerError.Cycle, both.Ledger.Handle(new ReferralQualified { Key = "r3", Member = new("friend"), Referrer = new("m"), OccurredAt = Club.At("2026-04-01") }).Rejection!.Error);
    }

    private int[] Of(string firstDay, string first, string secondDay, string second) => [Number(firstDay, first), Number(secondDay, second)];

    private int Number(string time, string id, string? recorded = null) => Assert.Single(Rules(club.Order(time, id, 10, recorded: recorded)), rule => rule[0] == 'n')[1] - '0';

    private void Merge(string time, Club? into = null) =>
        Assert.True((into ?? club).Ledger.Handle(new MemberMerged { Key = "merge", Member = new("m"), Other = new("other"), OccurredAt = Club.At(time) }).IsAccepted);

    private static string[] Rules(LedgerAnswer answer)
    {
        Assert.True(answer.IsAccepted, answer.Rejection?.ToString());
        return [.. answer.Entries.Where(entry => entry.Kind == EntryKind.Earn).Select(entry => entry.Origin!.Rule!)];
    }
}
