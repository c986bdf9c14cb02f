using CustomerValue.Customers;
using CustomerValue.Loyalty.Amounts;
using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rules.Effects;
using CustomerValue.Loyalty.Tiers;

namespace CustomerValue.Tests.Loyalty.Scenarios;

/// <summary>S01, S02, S10 and A3 through the ledger: roundings that the journal can account for, falls of tier, and a budget that many members share.</summary>
public sealed class BudgetScenarios
{
    [Theory]
    [InlineData(RoundingScope.OrderRule, RoundingMode.Floor, 31)]
    [InlineData(RoundingScope.LineRule, RoundingMode.Floor, 30)]
    [InlineData(RoundingScope.LineRule, RoundingMode.HalfUp, 33)]
    [InlineData(RoundingScope.OrderRule, RoundingMode.HalfEven, 32)]
    public void S01_points_are_rounded_once_and_the_journal_knows_what_from(RoundingScope scope, RoundingMode mode, int points)
    {
        Club club = new(program => program with { Rounding = new() { Scope = scope, Mode = mode } });
        LedgerAnswer answer = club.Order("2026-01-01", "O", [Club.Line("1", 10.60m), Club.Line("2", 10.60m), Club.Line("3", 10.60m)]);
        EarnOrigin origin = answer.Entries.Single(entry => entry.Kind == EntryKind.Earn).Origin!;
        Assert.Equal(points, club.Balance("2026-01-01").Available);
        Assert.Equal((Fraction.Of(31.80m), mode, scope == RoundingScope.LineRule), (origin.Exact, origin.Rounding, origin.RoundedByLine));
        Assert.Equal([Fraction.Of(10.60m), Fraction.Of(10.60m), Fraction.Of(10.60m)], origin.Lines);
    }

    [Theory]
    [InlineData("1.00", RoundingMode.HalfUp, 1)]
    [InlineData("1.00", RoundingMode.HalfEven, 0)]
    [InlineData("1.00", RoundingMode.Floor, 0)]
    [InlineData("3.00", RoundingMode.HalfUp, 2)]
    [InlineData("3.00", RoundingMode.HalfEven, 2)]
    [InlineData("3.00", RoundingMode.Floor, 1)]
    [InlineData("5.00", RoundingMode.HalfUp, 3)]
    [InlineData("5.00", RoundingMode.HalfEven, 2)]
    [InlineData("5.00", RoundingMode.Floor, 2)]
    public void S02_cashback_of_half_a_percent_is_exact_to_the_cent(string amount, RoundingMode mode, int cents)
    {
        Club club = new(program => program with
        {
            Wallets = [new() { Id = "CASH", Scale = 2, Currency = new Currency("CNY") }],
            Tiers = null,
            Rounding = new() { Mode = mode },
            Rules = [program.Rules[2], new() { Id = "cash", On = EventTypes.OrderPaid, Then = [new EarnEffect { Points = 0.005m, Per = Club.Yuan(1) }] }],
        });
        club.Order("2026-01-01", "O", decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(cents, club.Balance("2026-01-01").Available);
    }

    [Theory]
    [InlineData(CapOverflow.TrimByPriority, 34, 1000)]
    [InlineData(CapOverflow.AllOrNothing, 33, 990)]
    public void A3_fifty_members_share_a_budget_that_never_goes_below_nothing(CapOverflow overflow, int rewarded, int points)
    {
        Club club = new(program => program with
        {
            Rules =
            [
                new()
                {
                    Id = "campaign",
                    On = EventTypes.OrderPaid,
                    Budget = new() { Id = "campaign", Wallet = "PTS", PerMember = false, Limit = 1000, Overflow = overflow },
                    Then = [new EarnEffect { Points = 30 }],
                },
                program.Rules[2],
            ],
        });
        Parallel.For(0, 50, at => club.Order("2026-01-01", "O" + at, 10, "m" + at, key: "k" + at));
        long[] balances = [.. Enumerable.Range(0, 50).Select(at => club.Balance("2026-01-02", "m" + at).Available)];
        Assert.Equal((rewarded, points), (balances.Count(balance => balance > 0), balances.Sum()));
        Assert.Equal(33, balances.Count(balance => balance == 30));
        Assert.Equal(points, club.Ledger.Totals(Club.At("2026-01-02")).Issued);
        Assert.Null(club.Ledger.Verify());
    }

    [Theory]
    [InlineData(Downgrade.BalanceBased, null, false, false, "2026-01-01 00:00", "base", TierReason.Initial)]
    [InlineData(Downgrade.OneDown, null, false, false, "2026-01-01 00:00", "silver", TierReason.SoftLanding)]
    [InlineData(Downgrade.OneDown, "P60D", false, false, "2026-03-01 23:59", "gold", TierReason.Grace)]
    [InlineData(Downgrade.OneDown, "P60D", false, false, "2026-03-02 00:00", "silver", TierReason.SoftLanding)]
    [InlineData(Downgrade.OneDown, null, true, false, "2026-01-01 00:00", "gold", TierReason.Lifetime)]
    [InlineData(Downgrade.OneDown, null, false, true, "2026-06-30 23:59", "gold", TierReason.ManualOverride)]
    [InlineData(Downgrade.OneDown, null, false, true, "2026-07-01 00:00", "silver", TierReason.SoftLanding)]
    public void S10_a_tier_falls_as_the_policy_says(Downgrade downgrade, string? grace, bool lifetime, bool manual, string at, string tier, TierReason reason)
    {
        Club club = new(program => program with { Tiers = program.Tiers! with { Downgrade = downgrade, Grace = grace is null ? null : NodaTime.Text.PeriodPattern.Roundtrip.Parse(grace).Value } });
        club.Earn("2024-06-01", 5000, qualifying: true);
        club.Earn("2025-06-01", 1200, qualifying: true);
        if (lifetime || manual)
            club.Ledger.Handle(new TierAssigned { Key = "t", Member = new("m"), OccurredAt = Club.At("2025-12-01"), Level = "gold", Kind = lifetime ? TierReason.Lifetime : TierReason.ManualOverride, Until = lifetime ? null : Club.At("2026-07-01 00:00"), Reason = "asked for" });
        Assert.Equal("gold", club.Tier("2025-12-31 23:59").Level);
        Assert.Equal((tier, reason), (club.Tier(at).Level, club.Tier(at).Reason));
    }
}
