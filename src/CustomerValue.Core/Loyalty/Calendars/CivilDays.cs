using NodaTime;

namespace CustomerValue.Loyalty.Calendars;

/// <summary>Civil days as numbers, for what is asked of every rule and every event.</summary>
internal static class CivilDays
{
    /// <summary>Days since 1970-01-01 in the ISO calendar: years begin in March, so that a leap day is a year's last.</summary>
    public static int NumberOf(LocalDate day)
    {
        int month = day.Month;
        int year = day.Year - (month <= 2 ? 1 : 0);
        int era = (year >= 0 ? year : year - 399) / 400;
        int yearOfEra = year - (era * 400);
        int dayOfYear = (((153 * (month + (month > 2 ? -3 : 9))) + 2) / 5) + day.Day - 1;
        return (era * 146097) + (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear - 719468;
    }

    public static int Between(LocalDate from, LocalDate to) => NumberOf(to) - NumberOf(from);

    /// <summary>Whether at least so many days (1 or more) lie between. Most orders follow soon on the last one: months of 31 days, which are too long, tell that without a calendar.</summary>
    public static bool AreApart(LocalDate from, LocalDate to, int days) =>
        (((to.Year - from.Year) * 372) + ((to.Month - from.Month) * 31) + to.Day - from.Day) >= days && Between(from, to) >= days;

    /// <summary>1 for Monday to 7 for Sunday; 1 January 1970 was a Thursday.</summary>
    public static IsoDayOfWeek WeekdayOf(LocalDate day) => WeekdayOf(NumberOf(day));

    /// <summary>1 for Monday to 7 for Sunday, of a day by its number; added are weeks enough for every day of the calendar.</summary>
    public static IsoDayOfWeek WeekdayOf(int day) => (IsoDayOfWeek)(((uint)(day + 3 + (7 * 1_000_000)) % 7) + 1);
}
