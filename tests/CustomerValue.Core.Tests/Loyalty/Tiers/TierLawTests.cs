using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Tiers;
using NodaTime;

namespace CustomerValue.Tests.Loyalty.Tiers;

/// <summary>What holds for any history under any scheme in any zone.</summary>
public sealed class TierLawTests
{
    private static readonly Duration Tick = Duration.FromTicks(1);
    private static readonly Instant Begin = Instant.FromUtc(2018, 1, 1, 0, 0);
    private static readonly string[] Zones = ["Asia/Shanghai", "America/New_York", "America/Sao_Paulo", "Pacific/Apia", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 8)];

    /// <summary>The machine, the ledger fed in any rhythm and the list of changes say what the definition says, at every boundary to the tick.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void It_is_its_definition_whenever_it_is_asked(int seed)
    {
        Random random = new(seed);
        for (int history = 0; history < 12; history++)
        {
            Case made = Make(random);
            LoyaltyCalendar calendar = new(made.Zone, LeapDayPolicy.LastDayOfFebruary);
            DateTimeZone zone = DateTimeZoneProviders.Tzdb[made.Zone];
            IReadOnlyList<TierChange> changes = TierMachine.Changes(made.Scheme, calendar, made.Joined, made.Counted, made.Given, Begin, Begin + Duration.FromDays(4000));
            Instant[] instants =
            [
                .. made.Counted.SelectMany(entry => Around(entry.KnownAt)), .. changes.SelectMany(change => Around(change.At)), .. made.Given.SelectMany(one => Around(one.From)),
                .. Enumerable.Range(2018, 9).SelectMany(year => Around(calendar.StartOf(new(year, 1, 1)))),
                .. Enumerable.Range(0, 20).Select(_ => Begin + Duration.FromHours(random.Next(24 * 3900))),
            ];
            TierLedger ledger = new(made.Scheme, calendar, made.Joined);
            foreach (TierAssignment one in made.Given)
                ledger.Assign(one);
            int next = 0;
            foreach (Instant at in instants.Where(at => at >= Begin).Order())
            {
                int expected = TierOracle.Rank(made.Scheme, zone, made.Joined, made.Counted, made.Given, at);
                while (next < made.Counted.Count && made.Counted[next].KnownAt <= at)
                    ledger.Apply(made.Counted[next++]);
                // Asked or not asked in between: the schedule is irrelevant.
                if (random.Next(3) > 0)
                    Assert.Equal(expected, ledger.RankAt(at));
                TierState state = TierMachine.At(made.Scheme, calendar, made.Joined, made.Counted, made.Given, 0, at);
                Assert.Equal((expected, made.Scheme.Levels[expected].Id), (state.Rank, state.Level));
                Assert.Equal(made.Scheme.Levels[expected].Id, changes.LastOrDefault(change => change.At <= at)?.To ?? made.Scheme.Levels[TierOracle.Rank(made.Scheme, zone, made.Joined, made.Counted, made.Given, Begin)].Id);
                AssertForecast(made, zone, state, at);
            }

            // What was asked for an instant in the past, after all is known, is what was said then.
            foreach (Instant at in instants.Where(at => at >= Begin))
                Assert.Equal(TierOracle.Rank(made.Scheme, zone, made.Joined, made.Counted, made.Given, at), ledger.RankAt(at));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void More_never_lowers_a_tier(int seed)
    {
        Random random = new(100 + seed);
        for (int history = 0; history < 40; history++)
        {
            Case made = Make(random);
            LoyaltyCalendar calendar = new(made.Zone, LeapDayPolicy.LastDayOfFebruary);
            TierQualification[] more = [.. made.Counted.Select(entry => entry with { Amount = entry.Amount + random.Next(800) })];
            for (int i = 0; i < 25; i++)
            {
                Instant at = Begin + Duration.FromHours(random.Next(24 * 3900));
                Assert.True(
                    TierMachine.RankAt(made.Scheme, calendar, made.Joined, more, made.Given, 0, at) >= TierMachine.RankAt(made.Scheme, calendar, made.Joined, made.Counted, made.Given, 0, at));
            }
        }
    }

    /// <summary>All instants and the zone moved by the same offset: the same tiers, moved.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_move_of_all_clocks_moves_nothing(int seed)
    {
        Random random = new(200 + seed);
        for (int history = 0; history < 25; history++)
        {
            Case made = Make(random);
            int hours = random.Next(1, 12);
            Duration moved = Duration.FromHours(hours);
            LoyaltyCalendar here = new("UTC", LeapDayPolicy.March1), there = new($"UTC-{hours:00}", LeapDayPolicy.March1);
            TierQualification[] counted = [.. made.Counted.Select(entry => entry with { OccurredAt = entry.OccurredAt + moved, KnownAt = entry.KnownAt + moved })];
            TierAssignment[] given = [.. made.Given.Select(one => one with { From = one.From + moved, Until = one.Until + moved })];
            for (int i = 0; i < 25; i++)
            {
                Instant at = Begin + Duration.FromHours(random.Next(24 * 3900));
                TierState state = TierMachine.At(made.Scheme, there, made.Joined, counted, given, 0, at + moved);
                Assert.Equal(TierMachine.At(made.Scheme, here, made.Joined, made.Counted, made.Given, 0, at), state with { Until = state.Until - moved });
            }
        }
    }

    /// <summary>What a state foretells is what comes when nothing more happens.</summary>
    private static void AssertForecast(Case made, DateTimeZone zone, TierState state, Instant at)
    {
        TierQualification[] known = [.. made.Counted.Where(entry => entry.KnownAt <= at)];
        Assert.InRange(state.ToKeep, 0, made.Scheme.Levels[state.Rank].From + 5000);
        if (state.Until is { } until)
        {
            Assert.True(until > at);
            Assert.Equal(state.Rank, TierOracle.Rank(made.Scheme, zone, made.Joined, known, made.Given, until - Tick));
            Assert.Equal(state.Then, made.Scheme.Levels[TierOracle.Rank(made.Scheme, zone, made.Joined, known, made.Given, until)].Id);
            Assert.NotEqual(state.Level, state.Then);
            if (made.Scheme.Period != TierPeriod.Rolling && state.ToKeep > 0)
                Assert.True(state.Rank <= TierOracle.Rank(made.Scheme, zone, made.Joined, [.. known, new(at, at, state.ToKeep)], made.Given, until));
        }
        else
        {
            Assert.Equal((null, 0), (state.Then, state.ToKeep));
            Assert.Equal(state.Rank, TierOracle.Rank(made.Scheme, zone, made.Joined, known, made.Given, at + Duration.FromDays(9000)));
        }

        if (state.Next is not null && state.ToNext > 0)
        {
            Assert.True(TierOracle.Rank(made.Scheme, zone, made.Joined, [.. known, new(at, at, state.ToNext)], made.Given, at) > state.Rank);
            Assert.Equal(state.Rank, TierOracle.Rank(made.Scheme, zone, made.Joined, [.. known, new(at, at, state.ToNext - 0.01m)], made.Given, at));
        }
    }

    private static Instant[] Around(Instant at) => [at - Tick, at, at + Tick];

    private static Case Make(Random random)
    {
        TierPeriod period = (TierPeriod)random.Next(4);
        bool life = random.Next(3) == 0;
        TierScheme scheme = new()
        {
            Period = period,
            Window = period == TierPeriod.Rolling ? (random.Next(2) == 0 ? Period.FromMonths(12) : Period.FromDays(90)) : null,
            Downgrade = (Downgrade)random.Next(2),
            Grace = random.Next(4) switch { 0 => Period.FromDays(60), 1 => Period.FromMonths(2), 2 => Period.FromMonths(18), _ => null },
            Levels = [.. TierShop.Scheme.Levels.Append(new() { Id = "black", From = 9000, LifetimeFrom = life ? 30_000 : null }).Select(level => level.Id == "silver" && life ? level with { LifetimeFrom = 12_000 } : level)],
        };
        string zone = Zones[random.Next(Zones.Length)];
        LocalDate joined = random.Next(4) == 0 ? new LocalDate(2016, 2, 29) : new LocalDate(2017, 1, 1).PlusDays(random.Next(365));
        List<TierQualification> counted = [];
        for (int i = random.Next(1, 25); i > 0; i--)
        {
            Instant occurred = Begin + Duration.FromMinutes(random.Next(60 * 24 * 2900));
            // Some lie on the first or the last tick of a year.
            if (random.Next(4) == 0)
                occurred = DateTimeZoneProviders.Tzdb[zone].AtStartOfDay((period == TierPeriod.MemberYear ? joined : new(2017, 1, 1)).PlusYears(random.Next(2, 9))).ToInstant() - (random.Next(2) * Tick);
            // Most are known at once, some months later; some are taken off again.
            Instant known = random.Next(4) == 0 ? occurred + Duration.FromDays(random.Next(300)) : occurred;
            decimal amount = random.Next(1, 3500);
            counted.Add(new(occurred, known, amount));
            if (random.Next(6) == 0)
                counted.Add(new(occurred, known + Duration.FromDays(random.Next(40)), -amount));
        }

        Instant from = Begin + Duration.FromDays(random.Next(2900));
        TierAssignment[] given = random.Next(3) == 0
            ? [new("gold", TierReason.Trial, from, from + Duration.FromDays(random.Next(1, 500))), new("silver", TierReason.ManualOverride, from + Duration.FromDays(30), random.Next(2) == 0 ? null : from + Duration.FromDays(400))]
            : [];
        return new Case(scheme, zone, joined, [.. counted.OrderBy(entry => entry.KnownAt)], given);
    }

    private sealed record Case(TierScheme Scheme, string Zone, LocalDate Joined, IReadOnlyList<TierQualification> Counted, IReadOnlyList<TierAssignment> Given);
}
