namespace CustomerValue.Loyalty.Rules.Conditions;

/// <summary>It fails.</summary>
public sealed record NotCondition : Condition
{
    /// <summary>The condition.</summary>
    public required Condition Of { get; init; }
}
