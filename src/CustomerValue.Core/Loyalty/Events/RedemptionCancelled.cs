namespace CustomerValue.Loyalty.Events;

/// <summary>A redemption is undone.</summary>
public sealed record RedemptionCancelled : LoyaltyEvent
{
    /// <summary>What the points paid.</summary>
    public required string Source { get; init; }

    /// <summary>How many come back; null for all that are left of it.</summary>
    public decimal? Points { get; init; }

    /// <inheritdoc/>
    public override string Type => EventTypes.RedemptionCancel;
}
