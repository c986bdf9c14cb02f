using CustomerValue.Loyalty.Calendars;
using NodaTime;

namespace CustomerValue.Tests.Loyalty.Calendars;

/// <summary>Days as numbers are NodaTime's days, in all years of the calendar and across months of any length.</summary>
public sealed class CivilDaysTests
{
    [Fact]
    public void A_day_has_its_number_in_every_year()
    {
        for (int year = -9998; year <= 9999; year += year is > -810 and < 2410 ? 1 : 97)
        {
            foreach (LocalDate day in new LocalDate[] { new(year, 1, 1), new(year, 2, 28), new LocalDate(year, 2, 28).PlusDays(1), new(year, 3, 1), new(year, 12, 31) })
                Assert.Equal(Period.DaysBetween(new LocalDate(1970, 1, 1), day), CivilDays.NumberOf(day));
        }
    }

    [Fact]
    public void Days_apart_are_counted_by_the_calendar_not_by_months_of_31_days()
    {
        LocalDate from = new(2023, 12, 1);
        for (int start = 0; start < 100; start++)
        {
            for (int after = 0; after < 800; after += after < 70 ? 1 : 13)
            {
                LocalDate to = from.PlusDays(start + after);
                foreach (int days in new[] { after - 1, after, after + 1, after + 2, after + 3 }.Where(days => days > 0))
                    Assert.Equal(after >= days, CivilDays.AreApart(from.PlusDays(start), to, days));
            }
        }
    }
}
