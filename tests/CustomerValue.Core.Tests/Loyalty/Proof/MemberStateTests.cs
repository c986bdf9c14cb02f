using System.Reflection;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rules.Conditions;
using CustomerValue.Loyalty.Rules.Effects;
using CustomerValue.Tests.Loyalty.Scenarios;
using NodaTime;

namespace CustomerValue.Tests.Loyalty.Proof;

/// <summary>What entries leave with a member, as later commands meet it.</summary>
public class MemberStateTests
{
    [Fact]
    public void Events_of_ones_own_are_counted_and_make_streaks()
    {
        Club club = new(program => program with
        {
            CustomEvents = ["visit", "review"],
            Rules =
            [
                new() { Id = "third", On = "visit", When = new CountCondition { Of = "visit", Reaches = 3 }, Then = [new EarnEffect { Points = 10 }] },
                new() { Id = "both", On = "review", Priority = 1, When = new CountCondition { Of = "visit", Every = 2 }, Then = [new EarnEffect { Points = 1 }] },
            ],
        });
        foreach (string day in (string[])["2026-01-01", "2026-01-02", "2026-01-03", "2026-01-04"])
            Visit(club, day);
        Assert.Equal(10, club.Balance("2026-02-01").Available);
        club.Ledger.Handle(new CustomEvent { Key = club.Key(), Member = new("m"), OccurredAt = Club.At("2026-01-05"), Name = "review" });
        Assert.Equal(11, club.Balance("2026-02-01").Available);
    }

    [Fact]
    public void Visits_of_two_who_are_one_count_together_until_they_part()
    {
        Club club = new(program => program with
        {
            CustomEvents = ["visit"],
            Rules = [new() { Id = "each", On = "visit", When = new CountCondition { Of = "visit", Every = 4 }, Then = [new EarnEffect { Points = 10 }] }],
        });
        Visit(club, "2026-01-01");
        Visit(club, "2026-01-02");
        Visit(club, "2026-01-01", "other");
        Do(club, new MemberMerged { Key = club.Key(), Member = new("m"), OccurredAt = Club.At("2026-01-03"), Other = new("other") });
        Do(club, new MemberUnmerged { Key = club.Key(), Member = new("m"), OccurredAt = Club.At("2026-01-03 13:00"), Other = new("other") });
        Visit(club, "2026-01-04");
        Assert.Equal(0, club.Balance("2026-02-01").Available);
        Do(club, new MemberMerged { Key = club.Key(), Member = new("m"), OccurredAt = Club.At("2026-01-05"), Other = new("other") });
        // Three and one: the next is the fifth, and three more make eight.
        Visit(club, "2026-01-06");
        Assert.Equal(0, club.Balance("2026-02-01").Available);
        foreach (string day in (string[])["2026-01-07", "2026-01-08", "2026-01-09"])
            Visit(club, day);
        Assert.Equal(10, club.Balance("2026-02-01").Available);
    }

    [Fact]
    public void What_a_hold_paid_can_be_given_back_in_part_and_in_whole()
    {
        Club club = new();
        club.Earn("2026-01-01", 100);
        club.Hold("2026-01-02", 60, "h");
        club.Capture("2026-01-02 12:10", "h", 45);
        Assert.Equal("55 / 0 / 0 / 0", club.State("2026-01-03"));
        Assert.True(club.Cancel("2026-01-03", "h", 5).IsAccepted);
        Assert.Equal(LedgerError.ExceedsOriginal, club.Cancel("2026-01-03 12:01", "h", 41).Rejection!.Error);
        Assert.True(club.Cancel("2026-01-03 12:02", "h").IsAccepted);
        Assert.Equal("100 / 0 / 0 / 0", club.State("2026-01-04"));
        Assert.Equal(LedgerError.AlreadyReversed, club.Cancel("2026-01-04", "h").Rejection!.Error);
    }

    [Fact]
    public void An_order_that_came_with_a_merge_is_refunded_by_the_one_who_has_it_now_and_not_after_they_part()
    {
        Club club = new();
        club.Order("2026-01-01", "o1", 40, "other");
        club.Order("2026-01-01", "o2", 70);
        Do(club, new MemberMerged { Key = club.Key(), Member = new("m"), OccurredAt = Club.At("2026-01-02"), Other = new("other") });
        Assert.Equal("110 / 0 / 0 / 0", club.State("2026-01-03"));
        Assert.True(club.Refund("2026-01-03", "o1", 0.5m).IsAccepted);
        Assert.Equal("90 / 0 / 0 / 0", club.State("2026-01-04"));
        Assert.True(club.Refund("2026-01-04", "o1", 0.5m).IsAccepted);
        Assert.Equal("70 / 0 / 0 / 0", club.State("2026-01-05"));

        Club parted = new();
        parted.Order("2026-01-01", "o1", 40, "other");
        parted.Order("2026-01-01", "o2", 70);
        Do(parted, new MemberMerged { Key = parted.Key(), Member = new("m"), OccurredAt = Club.At("2026-01-02"), Other = new("other") });
        Do(parted, new MemberUnmerged { Key = parted.Key(), Member = new("m"), OccurredAt = Club.At("2026-01-03"), Other = new("other") });
        Assert.Equal(LedgerError.UnknownOrder, parted.Refund("2026-01-04", "o1", 1).Rejection!.Error);
        Assert.True(parted.Refund("2026-01-04", "o1", 1, "other").IsAccepted);
        Assert.Equal("70 / 0 / 0 / 0", parted.State("2026-01-05"));
        Assert.Equal("0 / 0 / 0 / 0", parted.State("2026-01-05", "other"));
    }

    [Fact]
    public void Two_who_are_one_joined_when_the_first_of_them_did_and_their_own_days_come_back()
    {
        Club club = new(program => program with
        {
            Rules = [new() { Id = "old", On = EventTypes.OrderPaid, When = new MemberForCondition { AtLeastDays = 100 }, Then = [new EarnEffect { Points = 9 }] }],
        });
        Join(club, "2026-01-01", "other");
        Join(club, "2026-05-01", "m");
        Assert.Equal((false, true), (Earns("2026-05-02", "m"), Earns("2026-05-02", "other")));
        Do(club, new MemberMerged { Key = club.Key(), Member = new("m"), OccurredAt = Club.At("2026-05-03"), Other = new("other") });
        Assert.True(Earns("2026-05-04", "m"));
        Do(club, new MemberUnmerged { Key = club.Key(), Member = new("m"), OccurredAt = Club.At("2026-05-06"), Other = new("other") });
        Assert.Equal((false, true), (Earns("2026-05-07", "m"), Earns("2026-05-07", "other")));

        bool Earns(string day, string member) => club.Ledger.Quote(new OrderPaid { Key = "q", Member = new(member), OccurredAt = Club.At(day), Order = new() { Id = "q", Lines = [Club.Line("1", 10)] } }).Answer.Entries.Any(entry => entry.Kind == EntryKind.Earn);
    }

    [Fact]
    public void A_balance_lists_its_lots_with_what_is_pending_of_them()
    {
        Club club = new();
        club.Earn("2026-01-01", 30);
        club.Earn("2026-01-02", 50, pending: Period.FromDays(10));
        club.Redeem("2026-01-03", 12);
        Assert.Equal([(1, 18L, false), (2, 50L, true)], club.Balance("2026-01-04").Lots.Select(lot => (lot.Number, lot.Units, lot.IsPending)));
        Assert.Equal([(1, 18L, false), (2, 50L, false)], club.Balance("2026-01-13").Lots.Select(lot => (lot.Number, lot.Units, lot.IsPending)));
    }

    [Fact]
    public void The_digest_of_two_ledgers_is_one_only_where_their_entries_are()
    {
        Club one = new();
        Club other = new();
        Assert.Equal(one.Ledger.Digest(), other.Ledger.Digest());
        one.Earn("2026-01-01", 30);
        Assert.NotEqual(one.Ledger.Digest(), other.Ledger.Digest());
        other.Earn("2026-01-01", 30);
        Assert.Equal(one.Ledger.Digest(), other.Ledger.Digest());
        one.Earn("2026-01-01", 5, member: "n", key: "x");
        other.Earn("2026-01-01", 6, member: "n", key: "x");
        Assert.NotEqual(one.Ledger.Digest(), other.Ledger.Digest());
        one.Earn("2026-01-02", 5, member: "n", key: "y");
        Assert.NotEqual(one.Ledger.Digest(), other.Ledger.Digest());
    }

    [Fact]
    public void An_erased_member_is_nobody_and_who_comes_with_his_id_is_another_one()
    {
        Club club = new();
        club.Earn("2026-01-01", 30);
        Do(club, new MemberErased { Key = club.Key(), Member = new("m"), OccurredAt = Club.At("2026-01-02") });
        Assert.Equal(0, club.Balance("2026-01-03").Available);
        Assert.Equal(30, club.Ledger.Totals(Club.At("2026-01-03")).Available);
        club.Earn("2026-01-04", 7);
        Assert.Equal(7, club.Balance("2026-01-05").Available);
        Assert.Equal(37, club.Ledger.Totals(Club.At("2026-01-05")).Available);
        Assert.Equal(2, Assert.Single(club.Ledger.Journal(new CustomerValue.Customers.CustomerId("m"))).Member);
        Assert.Equal([1L, 1, 2], club.Ledger.ReadJournal().Select(entry => entry.Member));
    }

    [Fact]
    public void What_is_known_of_a_person_is_gone_from_memory_with_him()
    {
        Club club = new();
        Do(club, new MemberJoined { Key = club.Key(), Member = new("m"), OccurredAt = Club.At("2026-01-01"), Profile = new() { Birthday = new(1990, 3, 1) } });
        Do(club, new MemberJoined { Key = club.Key(), Member = new("n"), OccurredAt = Club.At("2026-01-01"), Profile = new() { Birthday = new(1991, 3, 1) } });
        object books = typeof(LoyaltyLedger).GetField("books", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(club.Ledger)!;
        var profiles = (Dictionary<long, MemberProfile>)typeof(LedgerBooks).GetField("profiles", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(books)!;
        Assert.Equal([1L, 2], profiles.Keys.OrderBy(number => number));
        Do(club, new MemberErased { Key = club.Key(), Member = new("m"), OccurredAt = Club.At("2026-01-02") });
        Assert.Equal([2L], profiles.Keys);
    }

    private static void Visit(Club club, string day, string member = "m") => Do(club, new CustomEvent { Key = club.Key(), Member = new(member), OccurredAt = Club.At(day), Name = "visit" });

    private static void Join(Club club, string day, string member) => Do(club, new MemberJoined { Key = club.Key(), Member = new(member), OccurredAt = Club.At(day) });

    private static void Do(Club club, LoyaltyEvent happened) => Assert.Null(club.Ledger.Handle(happened).Rejection);
}
