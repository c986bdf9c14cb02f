namespace CustomerValue.Loyalty.Rules.Conditions;

/// <summary>Every one of them holds.</summary>
public sealed record AllCondition : Condition
{
    /// <summary>The conditions; at least one.</summary>
    public required IReadOnlyList<Condition> Of { get; init; }
}
