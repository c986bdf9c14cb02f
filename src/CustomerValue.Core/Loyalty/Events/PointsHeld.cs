namespace CustomerValue.Loyalty.Events;

/// <summary>Points are set aside for a while.</summary>
public sealed record PointsHeld : LoyaltyEvent
{
    /// <summary>The wallet; null where the programme has one.</summary>
    public string? Wallet { get; init; }

    /// <summary>How many; above 0.</summary>
    public required decimal Points { get; init; }

    /// <summary>The name of the hold, unique for the member.</summary>
    public required string Hold { get; init; }

    /// <summary>How long; null for as long as the programme says.</summary>
    public int? Minutes { get; init; }

    /// <inheritdoc/>
    public override string Type => EventTypes.PointsHold;
}
