using NodaTime;

namespace CustomerValue.Loyalty.Calendars;

/// <summary>How long a lot lives.</summary>
public sealed record ExpiryTerms
{
    /// <summary>For ever.</summary>
    public static ExpiryTerms Never { get; } = new();

    /// <summary>The form of the term.</summary>
    public ExpiryKind Kind { get; init; }

    /// <summary>The time from the earn (<see cref="ExpiryKind.Rolling"/>, <see cref="ExpiryKind.FixedAfter"/>), or after the end of the period (<see cref="ExpiryKind.EndOfPeriod"/>); of whole days, months or years.</summary>
    public Period? Period { get; init; }

    /// <summary>Which period ends (<see cref="ExpiryKind.EndOfPeriod"/>).</summary>
    public CivilPeriod EndOf { get; init; } = CivilPeriod.CalendarYear;

    /// <summary>The last civil day on which the lot is valid (<see cref="ExpiryKind.FixedDate"/>).</summary>
    public LocalDate? Date { get; init; }

    /// <summary>Whether the lot is valid through the whole of its last civil day (the default), or ends at the time of day at which it was earned.</summary>
    public bool ThroughEndOfDay { get; init; } = true;

    internal void WriteTo(Rules.ContentWriter writer) => writer.Choice("kind", Kind).Field("period", Period?.ToString()).Choice("endOf", EndOf)
        .Field("date", Date?.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture)).Flag("throughEndOfDay", ThroughEndOfDay);
}
