namespace CustomerValue.Loyalty.Events;

/// <summary>Points that were set aside are spent; the rest of the hold comes back.</summary>
public sealed record HoldCaptured : LoyaltyEvent
{
    /// <summary>The hold.</summary>
    public required string Hold { get; init; }

    /// <summary>How many, at most those held; null for all.</summary>
    public decimal? Points { get; init; }

    /// <inheritdoc/>
    public override string Type => EventTypes.HoldCapture;
}
