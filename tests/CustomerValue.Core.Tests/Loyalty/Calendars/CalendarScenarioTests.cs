using CustomerValue.Loyalty.Calendars;
using NodaTime;
using NodaTime.Text;

namespace CustomerValue.Tests.Loyalty.Calendars;

/// <summary>The exact instants of the scenarios S06, S07, S08 and S23.</summary>
public sealed class CalendarScenarioTests
{
    private static readonly LoyaltyCalendar Shanghai = new("Asia/Shanghai", LeapDayPolicy.LastDayOfFebruary);
    private static readonly LoyaltyCalendar NewYork = new("America/New_York", LeapDayPolicy.LastDayOfFebruary);
    private static readonly ExpiryTerms TwelveMonths = new() { Kind = ExpiryKind.Rolling, Period = Period.FromMonths(12) };

    [Theory]
    [InlineData("2025-03-10T17:30:00Z", "2026-03-11T16:00:00Z")] // S06
    [InlineData("2024-02-29T04:00:00Z", "2025-02-28T16:00:00Z")] // S07
    [InlineData("2024-12-20T04:00:00Z", "2025-12-20T16:00:00Z")] // S21a
    public void Twelve_months_last_through_the_whole_civil_day(string earned, string ends) => Assert.Equal(At(ends), Shanghai.ExpiresAt(TwelveMonths, At(earned)));

    [Theory]
    [InlineData("P365D", 2024, 2, 29)]
    [InlineData("P12M", 2024, 3, 1)]
    [InlineData("P1Y", 2024, 3, 1)]
    public void Twelve_months_are_not_365_days(string period, int year, int month, int day)
    {
        ExpiryTerms terms = new() { Kind = ExpiryKind.FixedAfter, Period = PeriodPattern.Roundtrip.Parse(period).Value };
        Assert.Equal(Shanghai.StartOf(new LocalDate(year, month, day).PlusDays(1)), Shanghai.ExpiresAt(terms, At("2023-03-01T04:00:00Z")));
    }

    [Fact]
    public void The_leap_day_comes_back()
    {
        LocalDate joined = new(2024, 2, 29);
        LoyaltyCalendar march = new("Asia/Shanghai", LeapDayPolicy.March1);
        Assert.Equal([new(2025, 2, 28), new(2026, 2, 28), new(2027, 2, 28), joined.PlusYears(4)], Enumerable.Range(2025, 4).Select(year => Shanghai.Anniversary(joined, year)));
        Assert.Equal([new(2025, 3, 1), new(2026, 3, 1), new(2027, 3, 1), joined.PlusYears(4)], Enumerable.Range(2025, 4).Select(year => march.Anniversary(joined, year)));
        Assert.Equal((joined, new LocalDate(2025, 2, 28)), Year(Shanghai, joined));
        Assert.Equal((joined, new LocalDate(2025, 3, 1)), Year(march, joined));
        Assert.Equal((new LocalDate(2027, 2, 28), joined.PlusYears(4)), Year(Shanghai, new(2028, 2, 28)));

        (LocalDate, LocalDate) Year(LoyaltyCalendar calendar, LocalDate day) =>
            (calendar.PeriodOf(CivilPeriod.MemberYear, day, joined).From!.Value, calendar.PeriodOf(CivilPeriod.MemberYear, day, joined).To!.Value);
    }

    [Theory]
    [InlineData(3, 8, "2026-03-08T05:00:00Z", "2026-03-09T04:00:00Z", 23)]
    [InlineData(11, 1, "2026-11-01T04:00:00Z", "2026-11-02T05:00:00Z", 25)]
    public void A_day_of_New_York_has_23_or_25_hours(int month, int day, string begins, string ends, int hours)
    {
        LocalDate date = new(2026, month, day);
        Assert.Equal((At(begins), At(ends)), (NewYork.StartOf(date), NewYork.StartOf(date.PlusDays(1))));
        Assert.Equal(hours, (At(ends) - At(begins)).TotalHours);
        Assert.Equal(date, NewYork.DateOf(At(ends) - Duration.Epsilon));
    }

    [Fact]
    public void Half_past_eleven_after_the_clocks_went_back_is_still_the_day() => Assert.Equal(new LocalDate(2026, 11, 1), NewYork.DateOf(At("2026-11-02T04:30:00Z")));

    [Fact]
    public void Pending_points_come_at_local_midnight()
    {
        Instant earned = At("2026-01-01T02:00:00Z");
        Assert.Equal(At("2026-01-14T16:00:00Z"), Shanghai.ActivatesAt(earned, Period.FromDays(14)));
        Assert.Equal(At("2027-01-01T16:00:00Z"), Shanghai.ExpiresAt(TwelveMonths, earned));
        Assert.Equal(At("2027-01-15T16:00:00Z"), Shanghai.ExpiresAt(TwelveMonths, Shanghai.ActivatesAt(earned, Period.FromDays(14))));
        Assert.Equal(earned, Shanghai.ActivatesAt(earned, Period.Zero));
    }

    private static Instant At(string text) => InstantPattern.ExtendedIso.Parse(text).Value;
}
