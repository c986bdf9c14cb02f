using CustomerValue.Loyalty.Calendars;

namespace CustomerValue.Loyalty.Rules.Conditions;

/// <summary>This event is the first of its type in a period, and completes so many periods in a row with one each.</summary>
public sealed record StreakCondition : Condition
{
    /// <summary>The type of event.</summary>
    public required string Of { get; init; }

    /// <summary>The periods: days, weeks or months.</summary>
    public required CivilPeriod Unit { get; init; }

    /// <summary>How many in a row; at least 2.</summary>
    public required int Length { get; init; }

    /// <summary>Whether every further run of this length counts too.</summary>
    public bool Repeats { get; init; }
}
