using CustomerValue.Customers;
using NodaTime;

namespace CustomerValue.Tests.Customers;

public class ObservationWindowTests
{
    private static readonly LocalDate Day = new(2024, 2, 29);

    [Fact]
    public void A_window_is_half_open()
    {
        ObservationWindow window = ObservationWindow.Between(Day, Day.PlusDays(2));
        Assert.Equal((2, Day.PlusDays(1)), (window.Days, window.LastDay));
        Assert.Equal([false, true, true, false], Enumerable.Range(-1, 4).Select(i => window.Contains(Day.PlusDays(i))));
    }

    [Fact]
    public void Through_a_day_has_that_day_and_all_before()
    {
        ObservationWindow window = ObservationWindow.Through(Day);
        Assert.Equal(Day, window.LastDay);
        Assert.True(window.Contains(LocalDate.MinIsoValue));
        Assert.False(window.Contains(Day.PlusDays(1)));
    }

    [Fact]
    public void Days_of_another_calendar_are_kept_as_iso_days()
    {
        Assert.Equal(ObservationWindow.Between(Day, Day.PlusDays(1)), ObservationWindow.Between(Day.WithCalendar(CalendarSystem.Julian), Day.PlusDays(1)));
        Assert.True(ObservationWindow.Through(Day).Contains(Day.WithCalendar(CalendarSystem.Julian)));
    }

    [Fact]
    public void A_window_ends_after_its_start()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ObservationWindow.Between(Day, Day));
        Assert.Throws<ArgumentOutOfRangeException>(() => ObservationWindow.Through(LocalDate.MaxIsoValue));
    }

    [Fact]
    public void Units_are_worth_their_days()
    {
        Assert.Equal([1, 7, 30.4375, 365.25], new[] { TimeUnit.Day, TimeUnit.Week, TimeUnit.Month, TimeUnit.Year }.Select(unit => unit.Days()));
        Assert.Equal(12, TimeUnit.Month.PerYear());
        Assert.Throws<ArgumentOutOfRangeException>(() => ((TimeUnit)4).Days());
    }

    [Fact]
    public void A_rate_a_year_becomes_a_continuous_rate_a_unit()
    {
        Assert.Equal(1.1, Math.Exp(12 * TimeUnit.Month.ContinuousRate(0.1)), 1e-15);
        Assert.Equal(0, TimeUnit.Week.ContinuousRate(0));
        foreach (double rate in new[] { -0.01, double.NaN, double.PositiveInfinity })
            Assert.Throws<ArgumentOutOfRangeException>(() => TimeUnit.Day.ContinuousRate(rate));
    }
}
