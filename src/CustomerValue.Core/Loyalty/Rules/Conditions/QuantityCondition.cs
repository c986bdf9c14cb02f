namespace CustomerValue.Loyalty.Rules.Conditions;

/// <summary>The number of items in some lines is in a range (buy n).</summary>
public sealed record QuantityCondition : Condition
{
    /// <summary>The lines whose quantities are added.</summary>
    public LineFilter Lines { get; init; } = LineFilter.All;

    /// <summary>The least number, or null.</summary>
    public decimal? AtLeast { get; init; }

    /// <summary>The largest number, or null.</summary>
    public decimal? AtMost { get; init; }
}
