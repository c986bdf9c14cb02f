namespace CustomerValue.Loyalty.Rules.Conditions;

/// <summary>The day is the member's birthday, or near it.</summary>
public sealed record BirthdayCondition : Condition
{
    /// <summary>Days before it that count; 0 to 182.</summary>
    public int DaysBefore { get; init; }

    /// <summary>Days after it that count; 0 to 182.</summary>
    public int DaysAfter { get; init; }

    /// <summary>Whether the whole calendar month of it counts instead.</summary>
    public bool WholeMonth { get; init; }

    /// <summary>Days for which the birthday must have been proved; 0 for no proof.</summary>
    public int VerifiedDaysBefore { get; init; }
}
