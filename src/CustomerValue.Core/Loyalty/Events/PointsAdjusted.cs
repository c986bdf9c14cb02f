using CustomerValue.Loyalty.Calendars;

namespace CustomerValue.Loyalty.Events;

/// <summary>A correction by hand.</summary>
public sealed record PointsAdjusted : LoyaltyEvent
{
    /// <summary>The wallet; null where the programme has one.</summary>
    public string? Wallet { get; init; }

    /// <summary>How many more, or fewer where it is negative; not 0.</summary>
    public required decimal Points { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>How long points that are added last, or null for as long as the wallet says.</summary>
    public ExpiryTerms? Expiry { get; init; }

    /// <inheritdoc/>
    public override string Type => EventTypes.PointsAdjust;
}
