namespace CustomerValue.Loyalty.Events;

/// <summary>Points that were set aside come back.</summary>
public sealed record HoldVoided : LoyaltyEvent
{
    /// <summary>The hold.</summary>
    public required string Hold { get; init; }

    /// <inheritdoc/>
    public override string Type => EventTypes.HoldVoid;
}
