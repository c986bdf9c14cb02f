using CustomerValue.Loyalty.Programs;

namespace CustomerValue.Loyalty.Rules.Conditions;

/// <summary>The event is in a window of civil time.</summary>
public sealed record WindowCondition : Condition
{
    /// <summary>The window.</summary>
    public required RuleWindow Window { get; init; }
}
