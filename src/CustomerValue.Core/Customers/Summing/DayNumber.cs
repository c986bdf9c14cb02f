using NodaTime;

namespace CustomerValue.Customers.Summing;

/// <summary>Civil days as numbers from 1970-01-01.</summary>
internal static class DayNumber
{
    public static int Of(LocalDate date) => Period.DaysBetween(PurchaseSummaries.Epoch, date.WithCalendar(CalendarSystem.Iso));

    public static LocalDate Date(int day) => PurchaseSummaries.Epoch.PlusDays(day);
}
