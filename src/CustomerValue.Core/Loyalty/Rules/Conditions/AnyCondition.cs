namespace CustomerValue.Loyalty.Rules.Conditions;

/// <summary>At least one of them holds.</summary>
public sealed record AnyCondition : Condition
{
    /// <summary>The conditions; at least one.</summary>
    public required IReadOnlyList<Condition> Of { get; init; }
}
