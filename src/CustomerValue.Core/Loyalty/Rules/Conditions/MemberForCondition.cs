namespace CustomerValue.Loyalty.Rules.Conditions;

/// <summary>The member joined so many days ago.</summary>
public sealed record MemberForCondition : Condition
{
    /// <summary>The least number of days, or null.</summary>
    public int? AtLeastDays { get; init; }

    /// <summary>A number of days under which it must be, or null.</summary>
    public int? BelowDays { get; init; }
}
