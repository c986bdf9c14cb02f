using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Overview;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Tests.Loyalty.Liability;
using CustomerValue.Tests.Loyalty.Scenarios;
using NodaTime;

namespace CustomerValue.Tests.Loyalty.Overview;

/// <summary>What an owner sees of a programme: small journals by hand, and for any journal the sums are those of the accounts.</summary>
public sealed class LoyaltyOverviewTests
{
    private static readonly Func<LoyaltyProgram, LoyaltyProgram> Valued = program => program with { Wallets = [program.Wallets[0] with { LiabilityUnitValue = Club.Yuan(0.01m) }] };

    [Fact]
    public void Months_are_those_of_the_zone_and_none_is_left_out()
    {
        Club club = new(Valued);
        // 1 March in Shanghai, still February in London.
        club.Earn("2026-02-28T16:30:00Z", 100);
        club.Redeem("2026-03-05", 30);
        club.Redeem("2026-03-06", 20, "other");
        club.Cancel("2026-05-01", "other", 5);
        WalletOverview wallet = LoyaltyOverview.Of(club.Ledger, Club.At("2026-05-02")).Wallets[0];
        Assert.Equal([new(new(2026, 3, 1), 100, 50, 0, 0), new(new(2026, 4, 1), 0, 0, 0, 0), new(new(2026, 5, 1), 0, -5, 0, 0)], wallet.Months);
        Assert.Equal(1, wallet.Holders);
    }

    [Fact]
    public void What_only_moves_between_members_is_neither_earned_nor_taken_back()
    {
        Club club = new(Valued);
        club.Earn("2026-01-01", 100);
        club.Ledger.Handle(new PointsTransferred { Key = "t", Member = new("m"), OccurredAt = Club.At("2026-01-02"), Points = 40, To = new("n") });
        WalletOverview wallet = LoyaltyOverview.Of(club.Ledger, Club.At("2026-01-03")).Wallets[0];
        Assert.Equal([new(new(2026, 1, 1), 100, 0, 0, 0)], wallet.Months);
        Assert.Equal(2, wallet.Holders);
    }

    [Theory]
    [InlineData("2026-01-31", "10 0 0 0")]
    [InlineData("2026-02-01", "0 10 0 0")]
    [InlineData("2026-03-02", "0 10 0 0")]
    [InlineData("2026-04-01", "0 0 10 0")]
    [InlineData("2026-04-02", "0 0 0 10")]
    public void The_last_day_of_a_lot_says_when_it_expires(string last, string classes)
    {
        Club club = new();
        club.Earn("2026-01-01", 10, Club.Through(last));
        IReadOnlyList<ExpiringPoints> expiring = LoyaltyOverview.Of(club.Ledger, Club.At("2026-01-01")).Wallets[0].Expiring;
        Assert.Equal(classes, string.Join(' ', expiring.Select(part => part.Units)));
        Assert.Equal([30, 60, 90, null], expiring.Select(part => part.Within));
        Assert.Equal(1, expiring.Sum(part => part.Members));
    }

    [Fact]
    public void Tiers_are_counted_at_the_end_of_days_a_month_apart()
    {
        Club club = new();
        club.Order("2026-01-10", "O1", 2500, "a");
        club.Order("2026-01-10", "O2", 100, "b");
        club.Order("2026-03-09 23:00", "O3", 6000, "b");
        club.Order("2026-03-20", "O4", 10, "c");
        TierOverview tiers = LoyaltyOverview.Of(club.Ledger, Club.At("2026-04-09")).Tiers!;
        Assert.Equal([new(2026, 2, 9), new(2026, 3, 9), new(2026, 4, 9)], tiers.Dates);
        Assert.Equal(["1 1 0", "0 1 1", "1 1 1"], Enumerable.Range(0, 3).Select(date => string.Join(' ', tiers.Sizes(date))));
        // c came later, so he did not move.
        Assert.Equal((0, 1, 1, 0), (tiers.Moved(0, 0), tiers.Moved(0, 2), tiers.Moved(1, 1), tiers.Moved(1, 2)));
    }

    [Fact]
    public void Refusals_are_counted_by_reason_with_the_first_as_an_example()
    {
        Club club = new();
        Rejection[] refused = [.. new[] { 5, 7 }.Select(points => club.Redeem("2026-01-01", points, "s" + points).Rejection!), club.Cancel("2026-01-01").Rejection!];
        RefusedEvents[] told = [.. LoyaltyOverview.Of(club.Ledger, Club.At("2026-01-02"), refused).Refused];
        Assert.Equal([(LedgerError.InsufficientPoints, 2), (LedgerError.UnknownRedemption, 1)], told.Select(each => (each.Error, each.Count)));
        Assert.StartsWith("5 points", told[0].Example.English, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wallet_without_a_value_has_no_liability()
    {
        WalletOverview wallet = LoyaltyOverview.Of(new Club().Ledger, Club.At("2026-01-02")).Wallets[0];
        Assert.Equal((null, null, 0), (wallet.Liability, wallet.Cost, wallet.Months.Count));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Of_any_journal_months_and_days_add_up_to_the_accounts(int seed)
    {
        Club club = new(Valued);
        RandomHistory.Play(club, seed, 150);
        Instant asOf = RandomHistory.Start + Duration.FromDays(400);
        LoyaltyOverview overview = LoyaltyOverview.Of(club.Ledger, asOf);
        WalletOverview wallet = overview.Wallets[0];
        PointsTotals totals = wallet.Totals;
        Assert.True(overview.IsReconciled);
        Assert.Equal((totals.Redeemed, totals.Expired), (wallet.Months.Sum(month => month.Redeemed), wallet.Months.Sum(month => month.Expired)));
        Assert.Equal(totals.Pending + totals.Available + totals.Held, wallet.Expiring.Sum(part => part.Units));
        Assert.Equal(wallet.Expiring.Sum(part => part.Units), wallet.Months.Sum(month => month.Earned - month.Redeemed - month.Expired - month.TakenBack));
        Assert.Equal(overview.Members, overview.Tiers!.Sizes(overview.Tiers.Dates.Count - 1).Sum());
    }
}
