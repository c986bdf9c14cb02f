namespace CustomerValue.Loyalty.Rules.Conditions;

/// <summary>The channel, store or means of payment is one of a list.</summary>
public sealed record OrderFieldCondition : Condition
{
    /// <summary>Which of them.</summary>
    public required OrderField Field { get; init; }

    /// <summary>The values allowed.</summary>
    public required IReadOnlyList<string> In { get; init; }
}
