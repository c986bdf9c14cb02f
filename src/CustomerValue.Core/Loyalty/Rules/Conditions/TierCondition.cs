namespace CustomerValue.Loyalty.Rules.Conditions;

/// <summary>The member's tier is one of a list, or at least one.</summary>
public sealed record TierCondition : Condition
{
    /// <summary>The levels allowed; empty where a least one is given.</summary>
    public IReadOnlyList<string> In { get; init; } = [];

    /// <summary>The lowest level allowed, or null.</summary>
    public string? AtLeast { get; init; }
}
