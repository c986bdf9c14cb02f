namespace CustomerValue.Loyalty.Events;

/// <summary>An order is refunded: stated lines, or a share of the whole of it.</summary>
public sealed record OrderRefunded : LoyaltyEvent
{
    /// <summary>The order.</summary>
    public required string OrderId { get; init; }

    /// <summary>The parts of lines; empty where a share is given.</summary>
    public IReadOnlyList<RefundedLine> Lines { get; init; } = [];

    /// <summary>The share of the whole order (as it was paid), above 0 and at most 1; null where lines are given.</summary>
    public decimal? Share { get; init; }

    /// <inheritdoc/>
    public override string Type => EventTypes.OrderRefunded;
}
