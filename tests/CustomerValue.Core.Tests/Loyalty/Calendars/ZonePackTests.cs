using CustomerValue.Loyalty.Calendars;
using NodaTime;
using NodaTime.TimeZones;

namespace CustomerValue.Tests.Loyalty.Calendars;

/// <summary>Each zone that there is, on the days on which calendars go wrong: changes of the clock, ends of months and years, leap days, skipped days; to the tick.</summary>
public sealed class ZonePackTests
{
    private static readonly Duration Tick = Duration.FromTicks(1);
    private static readonly Period[] Lives = [Period.FromDays(1), Period.FromMonths(1), Period.FromDays(30), Period.FromMonths(12)];

    private static readonly LocalDate[] Hard =
    [
        .. from year in new[] { 2011, 2023, 2024, 2100 }
           from day in new[] { (1, 1), (1, 28), (1, 29), (1, 30), (1, 31), (2, 28), (3, 1), (4, 30), (12, 29), (12, 31) }
           select new LocalDate(year, day.Item1, day.Item2),
        new(2024, 2, 29),
        new(2011, 12, 30),
    ];

    public static TheoryData<int> Parts => [.. Enumerable.Range(0, 4)];

    [Theory]
    [MemberData(nameof(Parts))]
    public void Every_zone_keeps_its_days_and_its_lots_to_the_tick(int part)
    {
        string[] zones = [.. DateTimeZoneProviders.Tzdb.Ids.Where((_, i) => i % 4 == part)];
        Assert.True(zones.Length > 100);
        foreach (string id in zones)
        {
            DateTimeZone zone = DateTimeZoneProviders.Tzdb[id];
            ZoneInterval[] intervals = [.. zone.GetZoneIntervals(Instant.FromUtc(2005, 1, 1, 0, 0), Instant.FromUtc(2030, 1, 1, 0, 0))];
            LoyaltyCalendar calendar = new(id, LeapDayPolicy.LastDayOfFebruary);
            IEnumerable<LocalDate> changes = intervals.Skip(1).SelectMany(interval => Enumerable.Range(-1, 3).Select(calendar.DateOf(interval.Start).PlusDays));
            foreach (LocalDate day in Hard.Concat(changes).Distinct())
            {
                AssertDay(zone, calendar, day);
                AssertLots(zone, calendar, day);
            }
        }
    }

    [Fact]
    public void Samoa_went_without_30_December_2011()
    {
        LoyaltyCalendar calendar = new("Pacific/Apia", LeapDayPolicy.LastDayOfFebruary);
        Instant line = Instant.FromUtc(2011, 12, 30, 10, 0);
        Assert.Equal([Instant.FromUtc(2011, 12, 29, 10, 0), line, line, Instant.FromUtc(2011, 12, 31, 10, 0)], Enumerable.Range(29, 4).Select(day => calendar.StartOf(new LocalDate(2011, 12, 1).PlusDays(day - 1))));
        Assert.Equal((new LocalDate(2011, 12, 29), new LocalDate(2011, 12, 31)), (calendar.DateOf(line - Tick), calendar.DateOf(line)));
        // Valid through the day that never was is valid through the day before it; at a time of that day it ends 24 hours later.
        Instant earned = Instant.FromUtc(2011, 11, 30, 22, 0);
        Assert.Equal(line, calendar.ExpiresAt(Rolling(Period.FromMonths(1)), earned));
        Assert.Equal(Instant.FromUtc(2011, 12, 30, 22, 0), calendar.ExpiresAt(Rolling(Period.FromMonths(1)) with { ThroughEndOfDay = false }, earned));
        Assert.Equal(line, calendar.ActivatesAt(earned, Period.FromMonths(1)));
    }

    [Fact]
    public void Lord_Howe_moves_by_half_an_hour()
    {
        LoyaltyCalendar calendar = new("Australia/Lord_Howe", LeapDayPolicy.LastDayOfFebruary);
        Assert.Equal((23.5, 24.5), (Hours(new(2026, 10, 4)), Hours(new(2026, 4, 5))));
        // 02:15 does not exist on 4 October and becomes 02:45; 01:45 comes twice on 5 April and the first one counts.
        ExpiryTerms terms = Rolling(Period.FromMonths(1)) with { ThroughEndOfDay = false };
        Assert.Equal(new LocalDateTime(2026, 10, 4, 2, 45), calendar.LocalOf(calendar.ExpiresAt(terms, Instant.FromUtc(2026, 9, 3, 15, 45))!.Value));
        Assert.Equal(Instant.FromUtc(2026, 4, 4, 14, 45), calendar.ExpiresAt(terms, Instant.FromUtc(2026, 3, 4, 14, 45)));

        double Hours(LocalDate day) => (calendar.StartOf(day.PlusDays(1)) - calendar.StartOf(day)).TotalHours;
    }

    [Theory]
    [InlineData("America/Sao_Paulo", 2018, 11, 4, "2018-11-04T03:00:00Z", "01:00")] // 00:00 does not exist
    [InlineData("America/Havana", 2026, 11, 1, "2026-11-01T04:00:00Z", "00:00")] // 00:00 comes twice
    [InlineData("America/Sao_Paulo", 2018, 2, 18, "2018-02-18T03:00:00Z", "00:00")] // 23:00 of the day before comes twice
    [InlineData("America/St_Johns", 2006, 10, 29, "2006-10-29T02:30:00Z", "00:00")] // a minute of the day, then an hour of the day before again
    public void A_day_begins_at_its_first_instant(string zone, int year, int month, int day, string begins, string clock)
    {
        LoyaltyCalendar calendar = new(zone, LeapDayPolicy.LastDayOfFebruary);
        Instant start = calendar.StartOf(new LocalDate(year, month, day));
        Assert.Equal((begins, clock), (start.ToString(), calendar.LocalOf(start).TimeOfDay.ToString("HH:mm", null)));
    }

    private static void AssertDay(DateTimeZone zone, LoyaltyCalendar calendar, LocalDate day)
    {
        Instant start = calendar.StartOf(day);
        if (start != FirstInstant(zone, day) || calendar.DateOf(start - Tick) >= day || calendar.DateOf(start) < day || calendar.DateOf(start + Tick) < day)
            Assert.Fail($"{calendar.TimeZone}: {day} begins at {FirstInstant(zone, day)}, not {start}");
        if (calendar.LocalOf(start + Tick) != (start + Tick).InZone(zone).LocalDateTime)
            Assert.Fail($"{calendar.TimeZone}: {start} has another local time");
    }

    private static void AssertLots(DateTimeZone zone, LoyaltyCalendar calendar, LocalDate day)
    {
        Instant begins = FirstInstant(zone, day);
        Instant ends = FirstInstant(zone, day.PlusDays(1));
        foreach (Instant earned in (Instant[])[begins, begins + Tick, ends - Tick])
        {
            LocalDate date = earned.InZone(zone).Date;
            foreach (Period life in Lives)
            {
                LocalDate last = date + life;
                Instant expires = calendar.ExpiresAt(Rolling(life), earned)!.Value;
                if (expires != FirstInstant(zone, last.PlusDays(1)) || calendar.DateOf(expires - Tick) > last || calendar.DateOf(expires) <= last)
                    Assert.Fail($"{calendar.TimeZone}: earned {earned} for {life} it ends at {expires}");
                if (calendar.ActivatesAt(earned, life) != FirstInstant(zone, last))
                    Assert.Fail($"{calendar.TimeZone}: earned {earned} and pending for {life} it becomes available at {calendar.ActivatesAt(earned, life)}");
            }
        }
    }

    /// <summary>The first instant on or after a civil day's midnight, by walking through the offsets around it: a second way, without the mapping that the calendar uses.</summary>
    private static Instant FirstInstant(DateTimeZone zone, LocalDate day)
    {
        Instant asUtc = day.AtMidnight().InUtc().ToInstant();
        for (ZoneInterval interval = zone.GetZoneInterval(asUtc - Duration.FromDays(2)); ; interval = zone.GetZoneInterval(interval.End))
        {
            Instant midnight = asUtc - Duration.FromSeconds(interval.WallOffset.Seconds);
            if (!interval.HasEnd || midnight < interval.End)
                return interval.HasStart ? Instant.Max(midnight, interval.Start) : midnight;
        }
    }

    private static ExpiryTerms Rolling(Period life) => new() { Kind = ExpiryKind.Rolling, Period = life };
}
