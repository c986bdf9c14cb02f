using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Programs;
using NodaTime;

namespace CustomerValue.Tests.Loyalty.Calendars;

/// <summary>Periods, forms of expiry, and what the calendar refuses.</summary>
public sealed class LoyaltyCalendarTests
{
    private static readonly LoyaltyCalendar Shanghai = new("Asia/Shanghai", LeapDayPolicy.LastDayOfFebruary);
    private static readonly LocalDate Joined = new(2023, 8, 31);
    private static readonly LocalDate Born = new(1992, 2, 29);

    [Theory]
    [InlineData(CivilPeriod.LocalDay, "2026-05-20", "2026-05-20", "2026-05-21")]
    [InlineData(CivilPeriod.LocalWeek, "2026-05-20", "2026-05-18", "2026-05-25")]
    [InlineData(CivilPeriod.LocalWeek, "2026-05-18", "2026-05-18", "2026-05-25")]
    [InlineData(CivilPeriod.LocalWeek, "2027-01-03", "2026-12-28", "2027-01-04")]
    [InlineData(CivilPeriod.LocalMonth, "2024-02-29", "2024-02-01", "2024-03-01")]
    [InlineData(CivilPeriod.LocalMonth, "2026-12-31", "2026-12-01", "2027-01-01")]
    [InlineData(CivilPeriod.CalendarQuarter, "2026-06-30", "2026-04-01", "2026-07-01")]
    [InlineData(CivilPeriod.CalendarQuarter, "2026-10-01", "2026-10-01", "2027-01-01")]
    [InlineData(CivilPeriod.CalendarYear, "2026-12-31", "2026-01-01", "2027-01-01")]
    [InlineData(CivilPeriod.MemberYear, "2026-08-30", "2025-08-31", "2026-08-31")]
    [InlineData(CivilPeriod.MemberYear, "2026-08-31", "2026-08-31", "2027-08-31")]
    [InlineData(CivilPeriod.MemberYear, "2020-01-01", "2019-08-31", "2020-08-31")]
    [InlineData(CivilPeriod.BirthdayYear, "2027-02-28", "2027-02-28", "2028-02-29")]
    [InlineData(CivilPeriod.BirthdayYear, "2028-02-28", "2027-02-28", "2028-02-29")]
    public void A_period_goes_from_its_first_day_to_the_next_one(CivilPeriod period, string day, string from, string to)
    {
        DayRange range = Shanghai.PeriodOf(period, Day(day), Joined, Born);
        Assert.Equal((Day(from), Day(to)), (range.From!.Value, range.To!.Value));
        Assert.Equal(Day(from), Shanghai.StartOfPeriod(period, Day(day), Joined, Born));
    }

    [Fact]
    public void Ever_is_always_and_years_of_nobody_are_calendar_years()
    {
        Assert.Same(DayRange.Always, Shanghai.PeriodOf(CivilPeriod.Ever, Joined));
        Assert.All([CivilPeriod.MemberYear, CivilPeriod.BirthdayYear], period => Assert.Equal(Shanghai.PeriodOf(CivilPeriod.CalendarYear, Joined), Shanghai.PeriodOf(period, Joined)));
    }

    /// <summary>Each day is in the period that it names, and periods follow one another without gap.</summary>
    [Fact]
    public void Periods_tile_all_days()
    {
        foreach (LeapDayPolicy policy in Enum.GetValues<LeapDayPolicy>())
        {
            LoyaltyCalendar calendar = new("Asia/Shanghai", policy);
            foreach (CivilPeriod period in Enum.GetValues<CivilPeriod>().Where(period => period != CivilPeriod.Ever))
            {
                DayRange last = calendar.PeriodOf(period, new(2023, 1, 1), new(2024, 2, 29), Born);
                for (LocalDate day = new(2023, 1, 1); day.Year < 2029; day = day.PlusDays(1))
                {
                    DayRange range = calendar.PeriodOf(period, day, new(2024, 2, 29), Born);
                    Assert.True(range.Contains(day));
                    Assert.True(range == last || range.From == last.To);
                    last = range;
                }
            }
        }
    }

    [Theory]
    [InlineData(CivilPeriod.CalendarYear, 0, "2025-01-01")]
    [InlineData(CivilPeriod.CalendarYear, 3, "2025-04-01")]
    [InlineData(CivilPeriod.LocalMonth, 1, "2024-04-01")] // the end of the next month, not 29 days
    [InlineData(CivilPeriod.LocalDay, 0, "2024-03-01")]
    [InlineData(CivilPeriod.MemberYear, 0, "2024-08-31")]
    public void Points_end_with_their_period_or_some_time_after(CivilPeriod end, int months, string ends)
    {
        ExpiryTerms terms = new() { Kind = ExpiryKind.EndOfPeriod, EndOf = end, Period = months == 0 ? null : Period.FromMonths(months) };
        Assert.Equal(Shanghai.StartOf(Day(ends)), Shanghai.ExpiresAt(terms, Noon(Day("2024-02-29")), Joined));
    }

    [Fact]
    public void Points_end_on_a_stated_day_or_never_but_not_before_they_begin()
    {
        ExpiryTerms dated = new() { Kind = ExpiryKind.FixedDate, Date = new LocalDate(2026, 6, 30) };
        Assert.Equal(Shanghai.StartOf(new(2026, 7, 1)), Shanghai.ExpiresAt(dated, Noon(new(2026, 1, 1))));
        Assert.Equal(Noon(new(2026, 7, 1)), Shanghai.ExpiresAt(dated, Noon(new(2026, 7, 1))));
        Assert.Null(Shanghai.ExpiresAt(ExpiryTerms.Never, Noon(new(2026, 1, 1))));
        Assert.Null(Shanghai.ExpiresAt(new() { Kind = ExpiryKind.EndOfPeriod, EndOf = CivilPeriod.Ever }, Noon(new(2026, 1, 1))));
    }

    /// <summary>A year and a month are thirteen months: 29 February 2024 leads to 29 March 2025, not to 28 March by way of 28 February.</summary>
    [Fact]
    public void The_day_is_clamped_once()
    {
        ExpiryTerms terms = new() { Kind = ExpiryKind.Rolling, Period = new PeriodBuilder { Years = 1, Months = 1, Weeks = 1, Days = 1 }.Build() };
        Assert.Equal(Shanghai.StartOf(new LocalDate(2025, 3, 29).PlusDays(9)), Shanghai.ExpiresAt(terms, Noon(new(2024, 2, 29))));
    }

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        Assert.Contains("Mars/Olympus", Assert.Throws<ArgumentException>(() => new LoyaltyCalendar("Mars/Olympus", LeapDayPolicy.March1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => new LoyaltyCalendar(null!, LeapDayPolicy.March1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LoyaltyCalendar("Asia/Shanghai", (LeapDayPolicy)7));
        Assert.Throws<ArgumentOutOfRangeException>(() => Shanghai.PeriodOf((CivilPeriod)99, Joined));
        Assert.Throws<ArgumentNullException>(() => Shanghai.ExpiresAt(null!, Noon(Joined)));
        Assert.Throws<ArgumentNullException>(() => Shanghai.ActivatesAt(Noon(Joined), null!));
        Assert.All([Period.FromHours(1), Period.FromDays(-1), Period.FromMonths(-1), Period.FromYears(-1), Period.FromWeeks(-1)], period => Assert.Throws<ArgumentException>(() => Shanghai.ActivatesAt(Noon(Joined), period)));
        Assert.All([ExpiryKind.Rolling, ExpiryKind.FixedAfter, ExpiryKind.FixedDate, (ExpiryKind)99], kind => Assert.Throws<ArgumentException>(() => Shanghai.ExpiresAt(new() { Kind = kind }, Noon(Joined))));
    }

    [Fact]
    public void The_calendar_tells_its_zone_and_its_data()
    {
        Assert.Equal(("Asia/Shanghai", LeapDayPolicy.LastDayOfFebruary), (Shanghai.TimeZone, Shanghai.LeapDay));
        Assert.Matches("^20[0-9][0-9][a-z]$", Shanghai.TzVersion);
    }

    [Fact]
    public void Civil_dates_allocate_nothing()
    {
        LoyaltyCalendar calendar = new("America/New_York", LeapDayPolicy.LastDayOfFebruary);
        Instant at = Instant.FromUtc(2026, 3, 8, 12, 0);
        Assert.Equal(0, Allocation.Of(() =>
        {
            LocalDate day = calendar.DateOf(at);
            calendar.LocalOf(at);
            calendar.StartOfPeriod(CivilPeriod.MemberYear, day, Joined);
        }));
    }

    private static Instant Noon(LocalDate day) => day.At(new LocalTime(12, 0)).WithOffset(Offset.FromHours(8)).ToInstant();

    private static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
