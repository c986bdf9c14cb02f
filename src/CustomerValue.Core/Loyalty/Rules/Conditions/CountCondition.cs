using CustomerValue.Loyalty.Calendars;

namespace CustomerValue.Loyalty.Rules.Conditions;

/// <summary>With this event, so many of a type have come together in a period: a challenge.</summary>
public sealed record CountCondition : Condition
{
    /// <summary>The type of event, such as <c>order.paid</c>.</summary>
    public required string Of { get; init; }

    /// <summary>The stretch of time in which they are counted.</summary>
    public CivilPeriod Period { get; init; } = CivilPeriod.Ever;

    /// <summary>It is exactly this many-th; at least 1. Null where <see cref="Every"/> is given.</summary>
    public int? Reaches { get; init; }

    /// <summary>It is every so many-th; at least 1. Null where <see cref="Reaches"/> is given.</summary>
    public int? Every { get; init; }
}
