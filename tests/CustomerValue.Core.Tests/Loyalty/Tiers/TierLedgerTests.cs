using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Tiers;
using NodaTime;
using static CustomerValue.Tests.Loyalty.Tiers.TierShop;

namespace CustomerValue.Tests.Loyalty.Tiers;

/// <summary>The member's tier kept up to date: no allocation, no dependence on how often it is asked, and what it refuses.</summary>
public sealed class TierLedgerTests
{
    private static readonly Duration Tick = Duration.FromTicks(1);

    [Theory]
    [InlineData(TierPeriod.CalendarYear)]
    [InlineData(TierPeriod.MemberYear)]
    [InlineData(TierPeriod.Rolling)]
    [InlineData(TierPeriod.Ever)]
    public void The_rank_after_ten_thousand_entries_allocates_nothing(TierPeriod period)
    {
        TierLedger ledger = new(Scheme with { Period = period, Window = Period.FromMonths(12), Grace = Period.FromDays(60) }, Shanghai, new LocalDate(2016, 2, 29));
        Instant at = Local("2016-03-01");
        for (int i = 0; i < 10_000; i++, at += Duration.FromHours(8))
            ledger.Apply(new(at, at, 3));
        ledger.Assign(new("silver", TierReason.Trial, at, at + Duration.FromDays(90)));
        Assert.Equal(0, Allocation.Of(() =>
        {
            at += Duration.FromDays(1);
            ledger.RankAt(at);
        }));
    }

    [Fact]
    public void A_day_of_joining_that_comes_later_moves_the_years()
    {
        TierScheme scheme = Scheme with { Period = TierPeriod.MemberYear };
        TierLedger ledger = new(scheme, Shanghai, null);
        ledger.Apply(Counted("2025-03-01", 1500));
        ledger.Apply(Counted("2025-09-01", 1500));
        Assert.Equal(3000, ledger.StateAt(Local("2025-09-01")).Qualifying);
        ledger.Join(new LocalDate(2024, 6, 1));
        Assert.Equal((1500, "base", Local("2026-06-01")), (ledger.StateAt(Local("2025-09-01")).Qualifying, ledger.StateAt(Local("2025-09-01")).Level, Shanghai.StartOf(Shanghai.PeriodOf(CivilPeriod.MemberYear, new(2025, 9, 1), ledger.Joined).To!.Value)));
        Assert.Equal(2, ledger.Qualifications.Count);
    }

    /// <summary>A window of twelve months holds the day on which something happened and the twelve months from it, its anniversary not.</summary>
    [Fact]
    public void What_counted_leaves_a_window_on_its_day()
    {
        TierScheme scheme = Scheme with { Period = TierPeriod.Rolling, Window = Period.FromMonths(12) };
        TierQualification[] counted = [Counted("2024-02-29T18:00:00", 1500), Counted("2024-07-01", 1000)];
        Instant leaves = Local("2025-02-28");
        TierState state = State(scheme, leaves - Tick, counted);
        Assert.Equal(("silver", leaves, "base", 2500, 1000), (state.Level, state.Until, state.Then, state.Qualifying, state.ToKeep));
        Assert.Equal(("base", 1000, 1000), (State(scheme, leaves, counted).Level, State(scheme, leaves, counted).Qualifying, State(scheme, leaves, counted).ToNext));
    }

    [Fact]
    public void The_highest_tier_that_was_given_or_reached_holds()
    {
        TierAssignment[] given =
        [
            new("silver", TierReason.StatusMatch, Local("2026-01-01"), Local("2026-03-01")),
            new("gold", TierReason.Trial, Local("2026-02-01"), Local("2026-02-15")),
            new("gold", TierReason.ManualOverride, Local("2026-02-10"), Local("2026-04-01")),
        ];
        TierQualification[] counted = [Counted("2026-05-01", 5000)];
        (string Day, string Level, TierReason Reason)[] expected =
        [
            ("2025-12-31", "base", TierReason.Initial), ("2026-01-01", "silver", TierReason.StatusMatch), ("2026-02-01", "gold", TierReason.Trial), ("2026-02-10", "gold", TierReason.ManualOverride),
            ("2026-02-15", "gold", TierReason.ManualOverride), ("2026-04-01", "base", TierReason.Initial), ("2026-05-01", "gold", TierReason.Qualified),
        ];
        Assert.All(expected, row => Assert.Equal((row.Level, row.Reason), (State(Scheme, Local(row.Day), counted, given).Level, State(Scheme, Local(row.Day), counted, given).Reason)));
        Assert.Equal(
            ["base>silver", "silver>gold", "gold>base", "base>gold"],
            TierMachine.Changes(Scheme, Shanghai, null, counted, given, Local("2025-01-01"), Local("2026-12-31")).Select(change => $"{change.From}>{change.To}"));
    }

    /// <summary>Changes up to an instant and from there on are all changes, each once.</summary>
    [Fact]
    public void Windows_of_changes_join_without_gap_or_double()
    {
        TierQualification[] counted = [Counted("2024-06-01", 6000), Counted("2026-03-01", 2500)];
        IReadOnlyList<TierChange> all = Changes("2024-01-01", "2030-01-01");
        Assert.Equal(["gold", "silver", "base"], all.Select(change => change.To));
        Assert.Equal([Local("2024-06-01"), Local("2026-01-01"), Local("2028-01-01")], all.Select(change => change.At));
        foreach (string middle in new[] { "2024-06-01", "2025-12-31", "2026-01-01", "2027-01-01", "2028-01-01" })
            Assert.Equal(all, [.. Changes("2024-01-01", middle), .. Changes(middle, "2030-01-01")]);

        IReadOnlyList<TierChange> Changes(string from, string to) => TierMachine.Changes(Scheme, Shanghai, null, counted, [], Local(from), Local(to));
    }

    /// <summary>The end of a calendar year in each zone that there is.</summary>
    [Fact]
    public void Gold_ends_at_midnight_of_every_zone()
    {
        foreach (string id in DateTimeZoneProviders.Tzdb.Ids)
        {
            LoyaltyCalendar calendar = new(id, LeapDayPolicy.LastDayOfFebruary);
            Instant newYear = DateTimeZoneProviders.Tzdb[id].AtStartOfDay(new LocalDate(2012, 1, 1)).ToInstant(), bought = newYear - Duration.FromDays(600);
            TierLedger ledger = new(Scheme, calendar, null);
            ledger.Apply(new(bought, bought, 5000));
            Assert.Equal((2, 1, 1), (ledger.RankAt(newYear - Tick), ledger.RankAt(newYear), ledger.RankAt(newYear + Tick)));
            Assert.Equal(newYear, ledger.StateAt(newYear - Tick).Until);
        }
    }

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        TierLedger ledger = new(Scheme, Shanghai, null);
        Assert.Contains("platinum", Assert.Throws<ArgumentException>(() => ledger.Assign(new("platinum", TierReason.Trial, Local("2026-01-01"), null))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => ledger.Assign(null!));
        Assert.Throws<ArgumentNullException>(() => new TierLedger(null!, Shanghai, null));
        Assert.Throws<ArgumentNullException>(() => new TierLedger(Scheme, null!, null));
        Assert.Throws<ArgumentException>(() => new TierLedger(Scheme with { Levels = [] }, Shanghai, null));
        Assert.Throws<ArgumentException>(() => new TierLedger(Scheme with { Levels = [.. Scheme.Levels.Skip(1)] }, Shanghai, null));
        Assert.Throws<ArgumentException>(() => new TierLedger(Scheme with { Levels = [.. Scheme.Levels, Scheme.Levels[2]] }, Shanghai, null));
        Assert.Throws<ArgumentException>(() => new TierLedger(Scheme with { Period = TierPeriod.Rolling }, Shanghai, null));
        Assert.Throws<ArgumentException>(() => TierMachine.Changes(Scheme with { Basis = TierBasis.SpendableBalance }, Shanghai, null, [], [], Local("2025-01-01"), Local("2026-01-01")));
        Assert.Throws<ArgumentNullException>(() => TierMachine.At(Scheme, Shanghai, null, null!, [], 0, Local("2026-01-01")));
        Assert.Throws<ArgumentNullException>(() => TierMachine.At(Scheme, Shanghai, null, [], null!, 0, Local("2026-01-01")));
    }
}
