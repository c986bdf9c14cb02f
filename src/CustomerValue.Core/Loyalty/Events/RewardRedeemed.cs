namespace CustomerValue.Loyalty.Events;

/// <summary>A reward of the catalogue is had for points.</summary>
public sealed record RewardRedeemed : LoyaltyEvent
{
    /// <summary>The reward.</summary>
    public required string Reward { get; init; }

    /// <summary>How many; 1 to 1,000.</summary>
    public int Quantity { get; init; } = 1;

    /// <inheritdoc/>
    public override string Type => EventTypes.RewardRedeem;
}
