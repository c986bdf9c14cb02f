namespace CustomerValue.Loyalty.Calendars;

/// <summary>A stretch of civil time in the programme's zone over which something is counted.</summary>
public enum CivilPeriod
{
    /// <summary>All time.</summary>
    Ever,

    /// <summary>A civil day.</summary>
    LocalDay,

    /// <summary>A week from Monday.</summary>
    LocalWeek,

    /// <summary>A calendar month.</summary>
    LocalMonth,

    /// <summary>A calendar quarter.</summary>
    CalendarQuarter,

    /// <summary>A calendar year.</summary>
    CalendarYear,

    /// <summary>From one anniversary of joining to the next.</summary>
    MemberYear,

    /// <summary>From one birthday to the next.</summary>
    BirthdayYear,
}
