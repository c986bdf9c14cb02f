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

    /// <summary>1 for Monday to 7 for Sunday; 1 January 1970 was a Thursday.</summary>
    public static IsoDayOfWeek WeekdayOf(LocalDate day) => (IsoDayOfWeek)((((NumberOf(day) + 3) % 7) + 7) % 7 + 1);
}
