using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Tiers;

namespace CustomerValue.Tests.Loyalty.Scenarios;

/// <summary>S09 to S11, S21b and S25: tiers from the journal, merges and erasure.</summary>
public sealed class MemberScenarios
{
    [Fact]
    public void S09_the_tier_of_an_order_is_that_of_the_instant_whenever_a_job_runs()
    {
        // Gold by 2024's points; 1,200 in 2025.
        Club club = new();
        club.Earn("2024-06-01", 5000, qualifying: true);
        club.Earn("2025-06-01", 1200, qualifying: true);
        long before = club.Balance("2025-12-31T15:59:59Z").Available;
        club.Order("2025-12-31T15:59:59Z", "A", 100);
        Assert.Equal(before + 150, club.Balance("2025-12-31T15:59:59Z").Available);
        club.Order("2025-12-31T16:00:00Z", "B", 100);
        Assert.Equal(before + 275, club.Balance("2025-12-31T16:00:00Z").Available);
        club.Order("2025-12-31T18:00:00Z", "C", 100);
        Assert.Equal(before + 400, club.Balance("2025-12-31T18:00:00Z").Available);
    }

    [Fact]
    public void S11_spending_does_not_cost_the_tier_unless_the_programme_counts_what_is_left()
    {
        foreach ((TierBasis basis, string tier) in new[] { (TierBasis.QualifyingPoints, "silver"), (TierBasis.SpendableBalance, "base") })
        {
            Club club = new(program => program with { Tiers = program.Tiers! with { Basis = basis } });
            club.Earn("2025-02-01", 2100, qualifying: true);
            Assert.Equal("silver", club.Tier("2025-02-02").Level);
            club.Redeem("2025-03-01", 2000);
            Assert.Equal("100 / 0 / 0 / 0", club.State("2025-03-01"));
            Assert.Equal(tier, club.Tier("2025-03-02").Level);
        }
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 25)]
    public void S21b_a_late_order_raises_the_tier_from_when_it_is_known(bool rerate, int compensation)
    {
        Club club = new(program => program with { Policies = new() { RerateLater = rerate } });
        club.Earn("2025-06-01", 1950, qualifying: true);
        club.Order("2026-01-03", "first", 100);
        club.Order("2025-12-28", "late", 100, recorded: "2026-01-05");
        Assert.Equal("silver", club.Tier("2026-01-05 12:01").Level);
        Assert.Equal("base", club.Tier("2026-01-04").Level);
        long before = club.Balance("2026-01-05 12:01").Available;
        Assert.Equal(1950 + 100 + 100 + compensation, before);
        club.Order("2026-01-06", "next", 100);
        Assert.Equal(before + 125, club.Balance("2026-01-06").Available);
        Assert.Null(club.Ledger.Verify());
    }

    [Fact]
    public void S25_two_members_become_one_and_two_again()
    {
        Club club = Two();
        LedgerAnswer old = club.Ledger.Handle(Old);
        LedgerAnswer merged = club.Ledger.Handle(new MemberMerged { Key = "merge", Member = new("a"), Other = new("b"), OccurredAt = Club.At("2026-02-01") });
        Assert.True(merged.IsAccepted);
        PointsBalance balance = club.Balance("2026-02-01");
        Assert.Equal("120 / 0 / 0 / 0", club.State("2026-02-01", "a"));
        Assert.Equal("120 / 0 / 0 / 0", club.State("2026-02-01", "b"));
        Assert.Equal([20L, 100L], club.Balance("2026-02-01", "a").Lots.Select(lot => lot.Units));
        Assert.Equal(("silver", 2100m), (club.Tier("2026-02-01", "a").Level, club.Tier("2026-02-01", "a").Qualifying));
        Assert.Equal(old.Entries.Select(entry => entry.Hash), club.Ledger.Handle(Old).Entries.Select(entry => entry.Hash));

        Assert.True(club.Ledger.Handle(new MemberUnmerged { Key = "unmerge", Member = new("a"), Other = new("b"), OccurredAt = Club.At("2026-02-02") }).IsAccepted);
        Assert.Equal(("100 / 0 / 0 / 0", "20 / 0 / 0 / 0"), (club.State("2026-02-02", "a"), club.State("2026-02-02", "b")));
        Assert.Equal((1200m, 900m), (club.Tier("2026-02-03", "a").Qualifying, club.Tier("2026-02-03", "b").Qualifying));

        club.Ledger.Handle(new MemberMerged { Key = "again", Member = new("a"), Other = new("b"), OccurredAt = Club.At("2026-02-04") });
        club.Redeem("2026-02-05", 10, member: "a");
        Assert.Equal(LedgerError.PointsMovedSinceMerge, club.Ledger.Handle(new MemberUnmerged { Key = "late", Member = new("a"), Other = new("b"), OccurredAt = Club.At("2026-02-06") }).Rejection!.Error);
    }

    [Fact]
    public void S25_a_person_is_forgotten_and_the_totals_stay()
    {
        Club club = Two();
        PointsTotals before = club.Ledger.Totals(Club.At("2026-03-01"));
        Assert.True(club.Ledger.Handle(new MemberErased { Key = "e1", Member = new("a"), OccurredAt = Club.At("2026-03-01") }).IsAccepted);
        Assert.Equal(before, club.Ledger.Totals(Club.At("2026-03-01")));
        Assert.Equal(0, club.Balance("2026-03-01", "a").Available);
        long entries = club.Ledger.EntryCount;
        Assert.True(club.Ledger.Handle(new MemberErased { Key = "e2", Member = new("a"), OccurredAt = Club.At("2026-03-02") }).IsAccepted);
        Assert.Equal(entries, club.Ledger.EntryCount);
        club.Earn("2026-03-03", 7, member: "a");
        Assert.Equal("7 / 0 / 0 / 0", club.State("2026-03-03", "a"));
    }

    private static PointsRedeemed Old { get; } = new() { Key = "old", Member = new("b"), OccurredAt = Club.At("2026-01-15"), Points = 1000, Source = "x" };

    /// <summary>A has 100 and 1,200 qualifying, B 50, 900 qualifying and a debt of 30 that his next points would pay.</summary>
    private static Club Two()
    {
        Club club = new();
        club.Earn("2026-01-01", 100, Club.Through("2026-06-30"), "a");
        club.Earn("2026-01-01", 1100, Club.Through("2026-01-05"), "a", qualifying: true);
        club.Earn("2026-01-02", 100, Club.Through("2026-01-05"), "a", qualifying: true);
        club.Earn("2026-01-01", 900, Club.Through("2026-01-05"), "b", qualifying: true);
        club.Order("2026-01-06", "B1", 30, "b");
        club.Redeem("2026-01-07", 30, member: "b");
        club.Earn("2026-01-20", 50, Club.Through("2026-03-31"), "b");
        club.Refund("2026-01-21", "B1", 1, "b");
        return club;
    }
}
