using System.Globalization;
using CustomerValue.Labels;
using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Rules;
using NodaTime;

namespace CustomerValue.Loyalty.Programs;

/// <summary>When a rule may fire: civil days, days of the week and hours of the day in the programme's zone, ends excluded.</summary>
public sealed record RuleWindow
{
    // Its own array, and the same as bits: every order is compared with them.
    private readonly IsoDayOfWeek[] weekdays = [];
    private readonly int weekdayBits;

    /// <summary>The days.</summary>
    public DayRange Days { get; init; } = DayRange.Always;

    /// <summary>The hours of each day from, or null for midnight. Hours that end before they begin run over midnight and belong to the day on which they begin.</summary>
    public LocalTime? DailyFrom { get; init; }

    /// <summary>The hour of each day at which it ends (excluded), or null for midnight.</summary>
    public LocalTime? DailyTo { get; init; }

    /// <summary>Days of the week; empty for all.</summary>
    public IReadOnlyList<IsoDayOfWeek> Weekdays
    {
        get => weekdays;
        init
        {
            weekdays = [.. value ?? throw new ArgumentNullException(nameof(value))];
            weekdayBits = weekdays.Aggregate(0, (bits, day) => bits | (1 << (int)day));
        }
    }

    /// <summary>Days of the month, 1 to 31, or −1 for the last one; empty for all.</summary>
    public IReadOnlyList<int> MonthDays { get; init; } = [];

    /// <summary>Whether a civil moment is in it.</summary>
    public bool Contains(LocalDateTime moment)
    {
        LocalDate day = moment.Date;
        if (DailyFrom is not null || DailyTo is not null)
        {
            LocalTime time = moment.TimeOfDay;
            LocalTime begin = DailyFrom ?? LocalTime.Midnight;
            if (DailyTo is not { } end)
            {
                if (time < begin)
                    return false;
            }
            else if (begin <= end)
            {
                if (time < begin || time >= end)
                    return false;
            }
            else if (time < end)
            {
                // The hours after midnight belong to the day on which they began.
                day = day.PlusDays(-1);
            }
            else if (time < begin)
            {
                return false;
            }
        }
        return Days.Contains(day) && (weekdayBits == 0 || (weekdayBits & (1 << (int)CivilDays.WeekdayOf(day))) != 0) && (MonthDays.Count == 0 || IsMonthDay(day));
    }

    /// <summary>What it asks: <c>on 2026-06-18, from 10:00 to 22:00</c>.</summary>
    public LocalizedText Describe() => WindowText.Of(this);

    internal void WriteTo(ContentWriter writer) => writer
        .Field("from", Days.From?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)).Field("to", Days.To?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture))
        .Field("dailyFrom", DailyFrom?.ToString("o", CultureInfo.InvariantCulture)).Field("dailyTo", DailyTo?.ToString("o", CultureInfo.InvariantCulture))
        .Fields("weekdays", Weekdays.Select(day => day.ToString())).Fields("monthDays", MonthDays.Select(day => day.ToString(CultureInfo.InvariantCulture)));

    private bool IsMonthDay(LocalDate day)
    {
        for (int at = 0; at < MonthDays.Count; at++)
        {
            if (MonthDays[at] == day.Day || (MonthDays[at] == -1 && day.PlusDays(1).Day == 1))
                return true;
        }
        return false;
    }
}
