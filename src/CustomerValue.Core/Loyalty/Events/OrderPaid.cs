namespace CustomerValue.Loyalty.Events;

/// <summary>An order is paid.</summary>
public sealed record OrderPaid : LoyaltyEvent
{
    /// <summary>The order.</summary>
    public required Order Order { get; init; }

    /// <inheritdoc/>
    public override string Type => EventTypes.OrderPaid;
}
