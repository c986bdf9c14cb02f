using NodaTime;

namespace CustomerValue.Loyalty.Programs;

/// <summary>Civil days from one (inclusive) to another (exclusive), either of which may be open.</summary>
public sealed record DayRange
{
    /// <summary>All days.</summary>
    public static DayRange Always { get; } = new();

    /// <summary>The first day, or null for no beginning.</summary>
    public LocalDate? From { get; init; }

    /// <summary>The day after the last one, or null for no end.</summary>
    public LocalDate? To { get; init; }

    /// <summary>Whether the day is in the range.</summary>
    public bool Contains(LocalDate day) => !(From is { } from && day < from) && !(To is { } to && day >= to);
}
