namespace CustomerValue.Loyalty.Events;

/// <summary>Points are to be spent.</summary>
public sealed record PointsRedeemed : LoyaltyEvent
{
    /// <summary>The wallet; null where the programme has one.</summary>
    public string? Wallet { get; init; }

    /// <summary>How many; above 0.</summary>
    public required decimal Points { get; init; }

    /// <summary>What they pay, such as an order; a redemption is cancelled by it.</summary>
    public required string Source { get; init; }

    /// <summary>A note for people, or null.</summary>
    public string? Reason { get; init; }

    /// <inheritdoc/>
    public override string Type => EventTypes.PointsRedeem;
}
