namespace CustomerValue.Loyalty.Rules.Conditions;

/// <summary>So many days have passed since the member's last order (win back).</summary>
public sealed record SinceLastPurchaseCondition : Condition
{
    /// <summary>Days; at least 1.</summary>
    public required int AtLeastDays { get; init; }
}
