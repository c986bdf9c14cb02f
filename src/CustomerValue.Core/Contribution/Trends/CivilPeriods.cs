using CustomerValue.Customers;
using NodaTime;

namespace CustomerValue.Contribution.Trends;

/// <summary>Cuts days into months, quarters or years of the calendar, half-open.</summary>
public static class CivilPeriods
{
    /// <summary>The most periods there may be.</summary>
    public const int Most = 1200;

    /// <summary>The whole periods in a window, in order; days before the first and after the last one are in none, for a part of a period would look like a fall.</summary>
    /// <exception cref="ArgumentException">The window has none, or more than <see cref="Most"/>.</exception>
    public static IReadOnlyList<ObservationWindow> In(ObservationWindow window, PeriodLength length)
    {
        int months = length switch
        {
            PeriodLength.Month => 1,
            PeriodLength.Quarter => 3,
            PeriodLength.Year => 12,
            _ => throw new ArgumentOutOfRangeException(nameof(length), length, "A period is a month, a quarter or a year."),
        };
        List<ObservationWindow> periods = [];
        if (window != default && (window.End.Year - window.Start.Year) * 12 / months <= Most + 1)
        {
            LocalDate first = new(window.Start.Year, ((window.Start.Month - 1) / months * months) + 1, 1);
            if (first < window.Start)
                first = first.PlusMonths(months);
            for (int i = 0; first.PlusMonths((i + 1) * months) <= window.End; i++)
                periods.Add(ObservationWindow.Between(first.PlusMonths(i * months), first.PlusMonths((i + 1) * months)));
        }

        return periods.Count is > 0 and <= Most ? periods.AsReadOnly()
            : throw new ArgumentException($"The days from {window.Start} to {window.End} have no whole period, or more than {Most}; give a window with both ends, such as ObservationWindow.Between.", nameof(window));
    }

    /// <summary>Which of equally many whole months that follow each other, or which single window, has this day; below 0 for none.</summary>
    internal static int IndexOf(IReadOnlyList<ObservationWindow> periods, LocalDate date)
    {
        LocalDate day = date.WithCalendar(CalendarSystem.Iso), start = periods[0].Start;
        if (day < start || day >= periods[periods.Count - 1].End)
            return -1;
        return periods.Count == 1 ? 0 : Months(start, day) / Months(start, periods[0].End);
    }

    /// <summary>Which of some rows lie in each period, in their order.</summary>
    internal static int[][] Rows<T>(IReadOnlyList<ObservationWindow> periods, IReadOnlyList<T> rows, Func<T, LocalDate> date)
    {
        List<int>[] lists = [.. periods.Select(_ => new List<int>())];
        for (int i = 0; i < rows.Count; i++)
        {
            int period = IndexOf(periods, date(rows[i]));
            if (period >= 0)
                lists[period].Add(i);
        }

        return Array.ConvertAll(lists, list => list.ToArray());
    }

    private static int Months(LocalDate from, LocalDate to) => ((to.Year - from.Year) * 12) + to.Month - from.Month;
}
