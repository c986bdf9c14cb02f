using CustomerValue.Customers;

namespace CustomerValue.Loyalty.Rules.Conditions;

/// <summary>The eligible amount of the order, or of some of its lines, is in a range.</summary>
public sealed record AmountCondition : Condition
{
    /// <summary>The lines whose amounts are added.</summary>
    public LineFilter Lines { get; init; } = LineFilter.All;

    /// <summary>The least amount, or null.</summary>
    public Money? AtLeast { get; init; }

    /// <summary>An amount that it must pass, or null.</summary>
    public Money? Above { get; init; }

    /// <summary>The largest amount, or null.</summary>
    public Money? AtMost { get; init; }

    /// <summary>An amount under which it must be, or null.</summary>
    public Money? Below { get; init; }
}
