using CustomerValue.Loyalty.Calendars;
using NodaTime;

namespace CustomerValue.Loyalty.Rules;

/// <summary>Days near an anniversary.</summary>
internal static class Anniversaries
{
    /// <summary>Whether a day is at most so many days before or after an anniversary, counted from the year <paramref name="fromYear"/> after the day itself.</summary>
    public static bool IsNear(LoyaltyCalendar calendar, LocalDate origin, LocalDate day, int before, int after, int fromYear)
    {
        // Most days are far from it: months of 31 days tell them apart without a calendar.
        int apart = Math.Abs((day.Month * 31) + day.Day - (origin.Month * 31) - origin.Day);
        if (Math.Min(apart, 372 - apart) > Math.Max(before, after) + 15)
            return false;
        // A window of days around the turn of the year reaches into the next one.
        for (int year = Math.Max(day.Year - 1, origin.Year + fromYear); year <= day.Year + 1; year++)
        {
            LocalDate anniversary = calendar.Anniversary(origin, year);
            if (day >= anniversary.PlusDays(-before) && day <= anniversary.PlusDays(after))
                return true;
        }
        return false;
    }
}
