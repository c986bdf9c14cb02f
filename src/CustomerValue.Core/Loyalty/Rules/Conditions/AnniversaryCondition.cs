namespace CustomerValue.Loyalty.Rules.Conditions;

/// <summary>The day is an anniversary of joining, or near it.</summary>
public sealed record AnniversaryCondition : Condition
{
    /// <summary>Days before it that count; 0 to 182.</summary>
    public int DaysBefore { get; init; }

    /// <summary>Days after it that count; 0 to 182.</summary>
    public int DaysAfter { get; init; }

    /// <summary>The first anniversary that counts; at least 1.</summary>
    public int FromYear { get; init; } = 1;
}
