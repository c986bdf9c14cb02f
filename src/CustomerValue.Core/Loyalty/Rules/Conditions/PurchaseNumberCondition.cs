namespace CustomerValue.Loyalty.Rules.Conditions;

/// <summary>The order is the member's n-th (orders refunded in full do not count).</summary>
public sealed record PurchaseNumberCondition : Condition
{
    /// <summary>Which one, from 1; null where <see cref="Every"/> is given.</summary>
    public int? Is { get; init; }

    /// <summary>Every how many-th, at least 2; null where <see cref="Is"/> is given.</summary>
    public int? Every { get; init; }
}
