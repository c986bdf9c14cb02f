using NodaTime;

namespace CustomerValue.Customers;

/// <summary>The half-open span of civil days [<see cref="Start"/>, <see cref="End"/>) in which purchases are seen. Ages run to its last day. Days of any calendar are kept as ISO days. The default value has no days.</summary>
public readonly record struct ObservationWindow
{
    private ObservationWindow(LocalDate start, LocalDate end)
    {
        start = start.WithCalendar(CalendarSystem.Iso);
        end = end.WithCalendar(CalendarSystem.Iso);
        if (end <= start)
            throw new ArgumentOutOfRangeException(nameof(end), end, $"A window ends after its start {start}; got {end}. The end is the first day not seen any more.");
        Start = start;
        End = end;
    }

    /// <summary>The first day seen.</summary>
    public LocalDate Start { get; }

    /// <summary>The first day not seen any more.</summary>
    public LocalDate End { get; }

    /// <summary>The last day seen, to which recency and age are counted.</summary>
    public LocalDate LastDay => End.PlusDays(-1);

    /// <summary>The days of the window.</summary>
    public int Days => Period.DaysBetween(Start, End);

    /// <summary>Everything up to and including <paramref name="lastDay"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day is the last one that can be told, 9999-12-31: the day after it, which the window doesn't see, can't.</exception>
    public static ObservationWindow Through(LocalDate lastDay) => lastDay.WithCalendar(CalendarSystem.Iso) < LocalDate.MaxIsoValue
        ? new(LocalDate.MinIsoValue, lastDay.PlusDays(1))
        : throw new ArgumentOutOfRangeException(nameof(lastDay), lastDay, $"A window's last day lies before {LocalDate.MaxIsoValue}.");

    /// <summary>From <paramref name="start"/> up to, not including, <paramref name="end"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The end is not after the start.</exception>
    public static ObservationWindow Between(LocalDate start, LocalDate end) => new(start, end);

    /// <summary>Whether <paramref name="date"/> lies in the window.</summary>
    public bool Contains(LocalDate date)
    {
        LocalDate day = date.WithCalendar(CalendarSystem.Iso);
        return day >= Start && day < End;
    }
}
