using CustomerValue.Customers;
using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Liability;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Tests.Loyalty.Scenarios;
using NodaTime;

namespace CustomerValue.Tests.Loyalty.Liability;

/// <summary>What is owed, from small journals by hand and from large ones by the accounts.</summary>
public sealed class LiabilityReportTests
{
    private static readonly Func<LoyaltyProgram, LoyaltyProgram> Valued = program => program with { Wallets = [program.Wallets[0] with { LiabilityUnitValue = Club.Yuan(0.01m) }] };

    [Fact]
    public void What_is_left_is_worth_its_value_less_breakage()
    {
        Club club = new(Valued);
        club.Earn("2026-01-01", 1000);
        club.Earn("2026-02-01", 500, pending: Period.FromDays(14));
        club.Redeem("2026-01-11", 400);
        club.Hold("2026-01-20", 100, "h");
        LiabilityReport report = LiabilityReport.Of(club.Ledger, Club.At("2026-02-02"), breakage: BreakageCurves.Stated(0.1m));
        Assert.Equal((1100, Club.Yuan(11), Club.Yuan(9.9m), Club.Yuan(1.1m)), (report.Reconciliation.Outstanding, report.Gross, report.Amount, report.Breakage));
        Assert.True(report.Reconciliation.Holds);
        Assert.Equal("base", Assert.Single(report.Tiers).Tier);
    }

    [Fact]
    public void Breakage_comes_from_the_journal_by_age()
    {
        // In January ten members earn 100 each for a year, and five of them redeem after 100 days; the rest expires in January 2026.
        Club club = new(Valued);
        for (int member = 0; member < 10; member++)
            club.Earn("2025-01-01", 100, member: $"m{member}");
        for (int member = 0; member < 5; member++)
            club.Redeem("2025-04-11", 100, member: $"m{member}");
        club.Earn("2025-12-01", 100, member: "new");
        club.Earn("2025-06-01", 100, member: "old");
        LiabilityReport report = LiabilityReport.Of(club.Ledger, Club.At("2026-01-02 00:00"));
        // Ten lots and the one of June were at risk at 100 days: 600 of 1,100 are left. In December's first year as many will go, in June's none.
        Assert.Equal(2, report.Lots.Count);
        Assert.Equal([Math.Round(600m / 1100, 9), 1m], report.Lots.OrderByDescending(lot => lot.Lot.Terms.EarnedAt).Select(lot => lot.Breakage));
        Assert.Equal(1 - Math.Round(600m / 1100, 9), report.Amount.Amount);
        Assert.True(report.Reconciliation.Holds);
        Assert.Equal(500, report.Reconciliation.Totals.Expired);
    }

    [Fact]
    public void A_tier_with_enough_lots_has_its_own_curve()
    {
        Club club = new(Valued);
        for (int member = 0; member < 30; member++)
        {
            club.Ledger.Handle(new TierAssigned { Key = club.Key(), Member = new($"g{member}"), OccurredAt = Club.At("2024-12-31"), Level = "gold", Reason = "test" });
            club.Earn("2025-01-01", 100, member: $"g{member}");
            club.Redeem("2025-02-01", 75, member: $"g{member}");
            club.Earn("2025-01-01", 100, member: $"b{member}");
        }

        LiabilityReport report = LiabilityReport.Of(club.Ledger, Club.At("2025-12-31"));
        Assert.Equal(["gold"], report.Curves.Tiers.Keys);
        Assert.Equal(.25, report.Curves.Tiers["gold"].At(31));
        Assert.Equal(.625, report.Curves.All.At(31));
        Assert.Equal([("base", 3000L), ("gold", 750L)], report.Tiers.Select(tier => (tier.Tier!, tier.Units)));
    }

    /// <summary>Every way in which points can go, merges, transfers and late events among them.</summary>
    [Theory]
    [InlineData(ClawbackShortfall.Debt, RestoredExpiry.Original)]
    [InlineData(ClawbackShortfall.AllowNegative, RestoredExpiry.Grace)]
    [InlineData(ClawbackShortfall.WriteOff, RestoredExpiry.Grace)]
    public void Lots_and_accounts_agree_at_every_instant(ClawbackShortfall shortfall, RestoredExpiry restored)
    {
        for (int seed = 0; seed < 20; seed++)
        {
            Club club = new(program => Valued(program) with
            {
                Wallets = [Valued(program).Wallets[0] with { Expiry = new() { Kind = ExpiryKind.Rolling, Period = Period.FromDays(20) } }],
                Policies = new() { ShortfallOnClawback = shortfall, RedemptionReversal = restored },
            });
            RandomHistory.Play(club, seed, 120);
            Assert.Null(club.Ledger.Verify());
            for (int day = 0; day < 140; day += 7)
            {
                Instant asOf = RandomHistory.Start + Duration.FromDays(day);
                Reconciliation check = LiabilityReport.Of(club.Ledger, asOf).Reconciliation;
                Assert.True(check.Holds, $"seed {seed} day {day}: {check.LotDifference} {check.RedeemedDifference} {check.AccountDifference}");
            }

            // A job changes nothing.
            Instant later = RandomHistory.Start + Duration.FromDays(200);
            Money before = LiabilityReport.Of(club.Ledger, later).Amount;
            LotHistory[] lots = [.. club.Ledger.Lots(later)];
            club.Ledger.Materialize(later);
            Assert.Equal(before, LiabilityReport.Of(club.Ledger, later).Amount);
            Assert.Equal(lots.SelectMany(lot => lot.Moves), club.Ledger.Lots(later).SelectMany(lot => lot.Moves));
        }
    }

    [Fact]
    public void Cost_goes_by_rule()
    {
        Club club = new(program => Valued(program) with { Rules = [.. program.Rules, new() { Id = "welcome", On = EventTypes.MemberJoined, Then = [new CustomerValue.Loyalty.Rules.Effects.EarnEffect { Points = 50 }] }] });
        club.Ledger.Handle(new MemberJoined { Key = "j", Member = new("m"), OccurredAt = Club.At("2026-01-01") });
        club.Order("2026-01-02", "o", 200);
        club.Redeem("2026-01-03", 120);
        ProgramCost cost = ProgramCost.Of(club.Ledger, Club.At("2026-01-04"), breakage: BreakageCurves.Stated(0.5m));
        Assert.Equal(
            [("base", 200L, 70L, 130L, 0.7m, 0.65m), ("welcome", 50L, 50L, 0L, 0.5m, 0m)],
            cost.Rules.Select(rule => (rule.Rule!, rule.Granted, rule.Redeemed, rule.Outstanding, rule.Spent.Amount, rule.Owed.Amount)));
        Assert.Equal((Club.Yuan(1.2m), Club.Yuan(0.65m), Club.Yuan(1.85m)), (cost.Spent, cost.Owed, cost.Cost));
    }

    [Fact]
    public void Revenue_by_period_adds_up_to_the_price()
    {
        Club club = new(program => Valued(program) with { Wallets = [program.Wallets[0] with { LiabilityUnitValue = Club.Yuan(0.1m) }] });
        club.Order("2025-01-10", "o1", 1000);
        club.Order("2025-02-10", "o2", 500);
        club.Refund("2025-02-12", "o2", 0.2m);
        club.Redeem("2025-02-20", 600);
        club.Redeem("2025-03-20", 300);
        Instant[] ends = [Club.At("2025-02-01 00:00"), Club.At("2025-03-01 00:00"), Club.At("2026-06-01 00:00")];
        IReadOnlyList<RevenuePeriod> periods = PointsRevenue.Of(club.Ledger, ends, breakage: BreakageCurves.Stated(0.1m));
        // January: 1,000 points, 900 expected, worth 90: 1,000 × 90 ÷ 1,090. February: 400 points, 360 expected: 400 × 36 ÷ 436.
        Assert.Equal([(1000m, 82.57m), (400m, 33.03m), (0m, 0m)], periods.Select(period => (period.Sales.Amount, period.ForPoints.Amount)));
        // February: of January's points 600 are redeemed of 600 + 0.9 × 400 = 960 expected. In 2026 the rest has expired: 900 of 900 from January, nothing from February.
        Assert.Equal([0m, Math.Round(82.57m * 600 / 960, 2, MidpointRounding.ToEven), 82.57m + 33.03m - Math.Round(82.57m * 600 / 960, 2, MidpointRounding.ToEven)], periods.Select(period => period.FromPoints.Amount));
        Assert.Equal(0, periods[2].ContractLiability.Amount);
        Assert.Equal(1400, periods.SelectMany(period => period.Entries).Where(entry => entry.Debit == MoneyAccount.Receivable).Sum(entry => entry.Amount.Amount));
    }

    [Fact]
    public void A_wallet_without_value_owes_nothing_that_can_be_said()
    {
        Club club = new();
        Assert.Contains("liability unit value", Assert.Throws<ArgumentException>(() => LiabilityReport.Of(club.Ledger, Club.At("2026-01-01"))).Message);
        Assert.Contains("no wallet 'X'", Assert.Throws<ArgumentException>(() => ProgramCost.Of(club.Ledger, Club.At("2026-01-01"), "X")).Message);
    }
}
