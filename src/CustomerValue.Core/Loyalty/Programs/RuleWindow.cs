using NodaTime;

namespace CustomerValue.Loyalty.Programs;

/// <summary>When a rule may fire: civil days, days of the week and hours of the day in the programme's zone, ends excluded.</summary>
public sealed record RuleWindow
{
    /// <summary>The days.</summary>
    public DayRange Days { get; init; } = DayRange.Always;

    /// <summary>The hours of each day from, or null for midnight. Hours that end before they begin run over midnight and belong to the day on which they begin.</summary>
    public LocalTime? DailyFrom { get; init; }

    /// <summary>The hour of each day at which it ends (excluded), or null for midnight.</summary>
    public LocalTime? DailyTo { get; init; }

    /// <summary>Days of the week; empty for all.</summary>
    public IReadOnlyList<IsoDayOfWeek> Weekdays { get; init; } = [];

    /// <summary>Days of the month, 1 to 31, or −1 for the last one; empty for all.</summary>
    public IReadOnlyList<int> MonthDays { get; init; } = [];
}
