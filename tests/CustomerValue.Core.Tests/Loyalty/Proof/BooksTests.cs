using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rules.Conditions;
using CustomerValue.Loyalty.Rules.Effects;
using CustomerValue.Loyalty.Tiers;
using CustomerValue.Tests.Loyalty.Scenarios;
using NodaTime;

namespace CustomerValue.Tests.Loyalty.Proof;

/// <summary>What the books answer at the very instants at which something counts or becomes known.</summary>
public sealed class BooksTests
{
    private static readonly Duration Tick = Duration.FromTicks(1);

    [Fact]
    public void What_is_known_at_an_instant_includes_what_became_known_at_it()
    {
        Club club = new();
        club.Earn("2026-01-01", 10);
        club.Earn("2026-01-02", 5, recorded: "2026-01-05");
        club.Earn("2026-01-09", 1);
        Assert.Equal([10, 15, 15], new[] { Club.At("2026-01-05") - Tick, Club.At("2026-01-05"), Club.At("2026-01-08") }.Select(known => club.Ledger.Balance(new("m"), Club.At("2026-01-08"), null, known).Available));
        Assert.Equal([10, 15, 15, 16], new[] { Club.At("2026-01-01"), Club.At("2026-01-05"), Club.At("2026-01-09") - Tick, Club.At("2026-01-09") }.Select(at => club.Ledger.Balance(new("m"), at).Available));
        Assert.Equal(0, club.Ledger.Balance(new("m"), Club.At("2026-01-01") - Tick).Available);
    }

    [Fact]
    public void A_balance_of_before_has_the_lots_of_before()
    {
        Club club = new();
        club.Earn("2026-01-10", 10);
        club.Earn("2026-01-20", 7, recorded: "2026-01-25");
        club.Earn("2026-01-15", 5, recorded: "2026-01-26");
        club.Redeem("2026-01-30", 12);
        // What came last counts from the 15th; what came before it only from the 20th.
        Assert.Equal([(1, 10L)], Lots("2026-01-14"));
        Assert.Equal([(1, 10L), (3, 5L)], Lots("2026-01-16"));
        Assert.Equal([(1, 10L), (2, 7L), (3, 5L)], Lots("2026-01-20"));
        Assert.Equal(22, club.Balance("2026-01-26").Available);
        Assert.Equal(10, club.Balance("2026-01-30").Available);

        IEnumerable<(int, long)> Lots(string time) => club.Balance(time).Lots.Select(lot => (lot.Number, lot.Units)).OrderBy(lot => lot.Number);
    }

    [Fact]
    public void A_tier_by_what_can_be_spent_counts_points_not_units()
    {
        Club club = new(program => program with
        {
            Wallets = [program.Wallets[0] with { Scale = 2 }],
            Tiers = program.Tiers! with { Basis = TierBasis.SpendableBalance, Levels = [new() { Id = "base", From = 0 }, new() { Id = "silver", From = 20 }, new() { Id = "gold", From = 5000 }] },
        });
        club.Earn("2026-01-01", 19.99m);
        Assert.Equal("base", club.Tier("2026-01-02").Level);
        Assert.Equal([800L], Earned(club.Order("2026-01-02", "a", 8)));
        Assert.Equal("silver", club.Tier("2026-01-03").Level);
        Assert.Equal([800L, 200], Earned(club.Order("2026-01-03", "b", 8)));

        static IEnumerable<long> Earned(LedgerAnswer answer) => answer.Entries.Where(entry => entry.Kind == EntryKind.Earn).Select(entry => entry.Postings[1].Units);
    }

    [Fact]
    public void A_new_members_rules_see_the_person_who_joins()
    {
        Club club = new(program => program with { Rules = [new() { Id = "day", On = EventTypes.MemberJoined, When = new BirthdayCondition(), Then = [new EarnEffect { Points = 7 }] }] });
        Assert.True(club.Ledger.Handle(new MemberJoined { Key = "a", Member = new("a"), OccurredAt = Club.At("2026-03-01"), Profile = new() { Birthday = new(1990, 3, 1) } }).IsAccepted);
        Assert.True(club.Ledger.Handle(new MemberJoined { Key = "b", Member = new("b"), OccurredAt = Club.At("2026-03-01"), Profile = new() { Birthday = new(1990, 3, 2) } }).IsAccepted);
        Assert.Equal((7, 0), (club.Balance("2026-03-02", "a").Available, club.Balance("2026-03-02", "b").Available));
    }

    [Fact]
    public void Every_order_of_events_that_count_together_gives_the_same_streak()
    {
        string[] days = ["2026-01-03", "2026-01-01", "2026-01-04", "2026-01-02"];
        Club club = new(program => program with
        {
            CustomEvents = ["visit", "review"],
            Rules = [new() { Id = "both", On = "review", When = new CountCondition { Of = "visit", Every = 4 }, Then = [new EarnEffect { Points = 9 }] }],
        });
        for (int at = 0; at < days.Length; at++)
            Assert.True(club.Ledger.Handle(new CustomEvent { Key = days[at], Member = new("m"), OccurredAt = Club.At(days[at]), RecordedAt = Club.At($"2026-01-{10 + at}"), Name = "visit" }).IsAccepted);
        Assert.True(club.Ledger.Handle(new CustomEvent { Key = "review", Member = new("m"), OccurredAt = Club.At("2026-01-20"), Name = "review" }).IsAccepted);
        Assert.Equal(9, club.Balance("2026-01-21").Available);
    }

    [Fact]
    public void A_store_is_opened_with_one_attempt_one_byte_and_one_entry_at_least()
    {
        ProgramVersions versions = new(new Club().Program);
        NoStore store = new();
        Assert.Equal("attempts", Assert.Throws<ArgumentOutOfRangeException>(() => LoyaltyLedger.Open(versions, store, attempts: 0)).ParamName);
        Assert.Equal("room", Assert.Throws<ArgumentOutOfRangeException>(() => LoyaltyLedger.Open(versions, store, room: 0)).ParamName);
        Assert.Equal("snapshots", Assert.Throws<ArgumentOutOfRangeException>(() => LoyaltyLedger.Open(versions, store, snapshots: 0)).ParamName);
        LoyaltyLedger ledger = LoyaltyLedger.Open(versions, store, 1, 1, 1);
        // It asks the store for everything.
        Assert.Throws<NotSupportedException>(() => ledger.Handle(new PointsEarned { Key = "k", Member = new("m"), OccurredAt = Club.At("2026-01-01"), Points = 5 }));
        Assert.Throws<NotSupportedException>(() => ledger.Members);
    }

    private sealed class NoStore : CustomerValue.Loyalty.Stores.ILoyaltyStore
    {
        public bool KeepsMessages => false;

        public CustomerValue.Loyalty.Stores.ILoyaltySession Read() => throw new NotSupportedException();

        public CustomerValue.Loyalty.Stores.ILoyaltySession Write(int attempt) => throw new NotSupportedException();
    }
}
