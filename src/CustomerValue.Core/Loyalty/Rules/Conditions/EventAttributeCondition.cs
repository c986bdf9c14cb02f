namespace CustomerValue.Loyalty.Rules.Conditions;

/// <summary>A fact about the event is one of a list.</summary>
public sealed record EventAttributeCondition : Condition
{
    /// <summary>The fact, such as <c>stars</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The values allowed.</summary>
    public required IReadOnlyList<string> In { get; init; }
}
