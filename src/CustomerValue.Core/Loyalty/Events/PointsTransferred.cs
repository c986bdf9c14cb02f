using CustomerValue.Customers;

namespace CustomerValue.Loyalty.Events;

/// <summary>Points go to another member; lots keep their expiry.</summary>
public sealed record PointsTransferred : LoyaltyEvent
{
    /// <summary>The wallet; null where the programme has one.</summary>
    public string? Wallet { get; init; }

    /// <summary>How many; above 0.</summary>
    public required decimal Points { get; init; }

    /// <summary>Who gets them.</summary>
    public required CustomerId To { get; init; }

    /// <inheritdoc/>
    public override string Type => EventTypes.PointsTransfer;
}
