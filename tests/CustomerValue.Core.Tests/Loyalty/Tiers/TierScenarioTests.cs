using CustomerValue.Loyalty.Tiers;
using NodaTime;
using static CustomerValue.Tests.Loyalty.Tiers.TierShop;

namespace CustomerValue.Tests.Loyalty.Tiers;

/// <summary>The scenarios S07, S09, S10, S11 and S21b to the tick.</summary>
public sealed class TierScenarioTests
{
    private static readonly TierQualification[] GoldOnce = [Counted("2024-06-01", 6000), Counted("2025-05-01", 1200)];
    private static readonly Instant NewYear = Local("2026-01-01");
    private static readonly Duration Tick = Duration.FromTicks(1);

    [Theory]
    [InlineData(Downgrade.BalanceBased, "base", TierReason.Initial)]
    [InlineData(Downgrade.OneDown, "silver", TierReason.SoftLanding)]
    public void Gold_falls_at_the_end_of_the_year_after(Downgrade downgrade, string falls, TierReason reason)
    {
        TierScheme scheme = Scheme with { Downgrade = downgrade };
        TierState before = State(scheme, NewYear - Tick, GoldOnce);
        Assert.Equal(("gold", TierReason.CarriedOver, NewYear, falls), (before.Level, before.Reason, before.Until, before.Then));
        Assert.Equal((1200, 3800, 0, null), (before.Qualifying, before.ToKeep, before.ToNext, before.Next));
        Assert.All([NewYear, NewYear + Tick], at => Assert.Equal((falls, reason), (State(scheme, at, GoldOnce).Level, State(scheme, at, GoldOnce).Reason)));
    }

    [Fact]
    public void Grace_keeps_gold_for_60_days_and_then_it_lands_on_silver()
    {
        TierScheme scheme = Scheme with { Grace = Period.FromDays(60) };
        Instant ends = Local("2026-03-02");
        Assert.All([NewYear, ends - Tick], at => Assert.Equal(("gold", TierReason.Grace, ends, "silver"), Told(State(scheme, at, GoldOnce))));
        Assert.All([ends, ends + Tick], at => Assert.Equal(("silver", TierReason.SoftLanding, Local("2027-03-02"), "base"), Told(State(scheme, at, GoldOnce))));
        Assert.Equal(5000, State(scheme, NewYear, GoldOnce).ToKeep);
    }

    [Fact]
    public void Gold_reached_within_the_grace_has_no_gap_and_no_second_welcome()
    {
        TierScheme scheme = Scheme with { Grace = Period.FromDays(60) };
        TierQualification[] again = [.. GoldOnce, Counted("2026-02-10T12:00:00", 5000)];
        Assert.Equal(("gold", TierReason.Qualified), (State(scheme, Local("2026-02-10T12:00:00"), again).Level, State(scheme, Local("2026-02-10T12:00:00"), again).Reason));
        TierChange up = Assert.Single(TierMachine.Changes(scheme, Shanghai, null, again, [], Local("2024-01-01"), Local("2027-12-31")));
        Assert.Equal(new TierChange(Local("2024-06-01"), "base", "gold", true, TierReason.Qualified), up);
    }

    /// <summary>A level that was reached again is carried over and needs no grace; where one below was reached that is no soft landing.</summary>
    [Theory]
    [InlineData(5000, "gold", TierReason.CarriedOver)]
    [InlineData(2500, "gold", TierReason.Grace)]
    public void Grace_is_for_what_would_fall(int reached, string level, TierReason reason)
    {
        TierScheme scheme = Scheme with { Grace = Period.FromDays(60) };
        TierQualification[] counted = [Counted("2024-06-01", 6000), Counted("2025-05-01", reached)];
        Assert.Equal((level, reason), (State(scheme, NewYear, counted).Level, State(scheme, NewYear, counted).Reason));
        Assert.Equal(TierReason.CarriedOver, State(Scheme, NewYear, counted).Reason);
    }

    [Fact]
    public void Gold_for_life_stays()
    {
        TierScheme reached = Scheme with { Levels = [.. Scheme.Levels.Select(level => level.Id == "gold" ? level with { LifetimeFrom = 7200 } : level)] };
        TierState state = State(reached, NewYear, GoldOnce);
        Assert.Equal(("gold", TierReason.Lifetime, null, 0), (state.Level, state.Reason, state.Until, state.ToKeep));
        TierState given = State(Scheme, NewYear, GoldOnce, [new TierAssignment("gold", TierReason.Lifetime, Local("2025-01-01"), null)]);
        Assert.Equal(("gold", TierReason.Lifetime, null, 0), (given.Level, given.Reason, given.Until, given.ToKeep));
    }

    [Fact]
    public void Gold_by_hand_ends_on_its_day()
    {
        Instant ends = Local("2026-07-01");
        TierAssignment[] given = [new("gold", TierReason.ManualOverride, Local("2025-12-15"), ends)];
        Assert.All([NewYear, ends - Tick], at => Assert.Equal(("gold", TierReason.ManualOverride, ends, "silver"), Told(State(Scheme, at, GoldOnce, given))));
        Assert.All([ends, ends + Tick], at => Assert.Equal("silver", State(Scheme, at, GoldOnce, given).Level));
    }

    [Fact]
    public void The_tier_is_a_function_of_the_instant_and_not_of_a_job()
    {
        string[] levels = [.. new[] { "2025-12-31T15:59:59Z", "2025-12-31T16:00:00Z", "2025-12-31T18:00:00Z" }.Select(at => State(Scheme, Utc(at), GoldOnce).Level)];
        Assert.Equal(["gold", "silver", "silver"], levels);
    }

    [Fact]
    public void Spending_costs_the_tier_only_where_the_balance_is_the_basis()
    {
        TierQualification[] earned = [Counted("2025-03-01", 2100)];
        TierState state = State(Scheme, Local("2025-06-01"), earned, spendable: 100);
        Assert.Equal(("silver", 2100, "gold", 2900), (state.Level, state.Qualifying, state.Next, state.ToNext));
        TierState spent = State(Scheme with { Basis = TierBasis.SpendableBalance }, Local("2025-06-01"), earned, spendable: 100);
        Assert.Equal(("base", 100, "silver", 1900), (spent.Level, spent.Qualifying, spent.Next, spent.ToNext));
    }

    [Fact]
    public void What_comes_late_counts_in_its_year_from_when_it_is_known()
    {
        TierQualification[] counted = [Counted("2025-08-01", 1950), new(Local("2025-12-28"), Local("2026-01-05"), 100)];
        string[] levels = [.. new[] { "2025-12-29", "2026-01-03", "2026-01-05", "2026-01-06" }.Select(day => State(Scheme, Local(day), counted).Level)];
        Assert.Equal(["base", "base", "silver", "silver"], levels);
        TierState state = State(Scheme, Local("2026-01-06"), counted);
        Assert.Equal((TierReason.CarriedOver, 0, Local("2027-01-01")), (state.Reason, state.Qualifying, state.Until));
    }

    [Fact]
    public void The_first_year_of_one_who_joined_on_the_leap_day_ends_before_28_February()
    {
        TierScheme scheme = Scheme with { Period = TierPeriod.MemberYear };
        LocalDate joined = new(2024, 2, 29);
        TierQualification[] counted = [Counted("2024-02-29T10:00:00", 1500), new(Local("2025-02-28") - Tick, Local("2025-02-28") - Tick, 400)];
        Assert.Equal(1900, State(scheme, Local("2025-02-28") - Tick, counted, joined: joined).Qualifying);
        Assert.Equal(0, State(scheme, Local("2025-02-28"), counted, joined: joined).Qualifying);
        Assert.Equal(7, State(scheme, Local("2028-02-28T23:59:59"), [Counted("2027-02-28", 3), Counted("2028-02-28", 4)], joined: joined).Qualifying);
        Assert.Equal(0, State(scheme, Local("2028-02-29"), [Counted("2027-02-28", 3), Counted("2028-02-28", 4)], joined: joined).Qualifying);
    }

    private static (string, TierReason, Instant?, string?) Told(TierState state) => (state.Level, state.Reason, state.Until, state.Then);
}
