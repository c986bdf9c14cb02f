namespace CustomerValue.Loyalty.Rules.Conditions;

/// <summary>At least one line fits.</summary>
public sealed record AnyLineCondition : Condition
{
    /// <summary>What it has to fit.</summary>
    public required LineFilter Lines { get; init; }
}
