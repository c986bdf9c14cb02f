using NodaTime;

namespace CustomerValue.LifetimeValue.ParetoNbdDynamic;

/// <summary>Calendar periods of equal length, one after the other: period k has the days from Start + k·Days, Days of them. The default value has no periods.</summary>
public readonly record struct CovariatePeriods
{
    /// <summary>Makes periods.</summary>
    /// <param name="start">The first day of the first period. Days of any calendar are kept as ISO days.</param>
    /// <param name="days">Days of a period, ≥ 1: 7 for weeks.</param>
    /// <param name="count">How many periods, ≥ 1.</param>
    public CovariatePeriods(LocalDate start, int days, int count)
    {
        Start = start.WithCalendar(CalendarSystem.Iso);
        Days = days >= 1 ? days : throw new ArgumentOutOfRangeException(nameof(days), days, "A period has at least 1 day.");
        Count = count >= 1 && (long)days * count <= Period.DaysBetween(Start, LocalDate.MaxIsoValue)
            ? count
            : throw new ArgumentOutOfRangeException(nameof(count), count, $"There is at least 1 period, and the last one ends before {LocalDate.MaxIsoValue}.");
    }

    /// <summary>The first day.</summary>
    public LocalDate Start { get; }

    /// <summary>Days of a period.</summary>
    public int Days { get; }

    /// <summary>How many periods.</summary>
    public int Count { get; }

    /// <summary>The last day of the last period.</summary>
    public LocalDate LastDay => FirstDay(Count).PlusDays(-1);

    /// <summary>The first day of period <paramref name="period"/>.</summary>
    public LocalDate FirstDay(int period) => Start.PlusDays(period * Days);

    /// <summary>As many periods as it takes from <paramref name="start"/> on to see <paramref name="lastDay"/>.</summary>
    /// <param name="start">The first day: the earliest first purchase, or before it.</param>
    /// <param name="lastDay">The last day to be seen: the end of observation plus the horizon.</param>
    /// <param name="days">Days of a period.</param>
    public static CovariatePeriods Through(LocalDate start, LocalDate lastDay, int days = 7) =>
        new(start, days, days < 1 ? 1 : (Period.DaysBetween(start, lastDay) / days) + 1);

    /// <summary>Days from the beginning of the first period to the end of <paramref name="day"/>: 1 for the first day.</summary>
    internal int EndOf(LocalDate day) => Period.DaysBetween(Start, day.WithCalendar(CalendarSystem.Iso)) + 1;

    /// <summary>Count, length and first day.</summary>
    public override string ToString() => $"{Count} periods of {Days} days from {Start:uuuu-MM-dd}";
}
