namespace CustomerValue.Loyalty.Rules.Conditions;

/// <summary>Every line fits.</summary>
public sealed record EveryLineCondition : Condition
{
    /// <summary>What they have to fit.</summary>
    public required LineFilter Lines { get; init; }
}
