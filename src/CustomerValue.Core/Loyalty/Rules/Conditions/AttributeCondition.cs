namespace CustomerValue.Loyalty.Rules.Conditions;

/// <summary>A fact about the member is one of a list.</summary>
public sealed record AttributeCondition : Condition
{
    /// <summary>The fact, such as <c>city</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The values allowed.</summary>
    public required IReadOnlyList<string> In { get; init; }
}
