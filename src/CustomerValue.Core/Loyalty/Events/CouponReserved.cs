namespace CustomerValue.Loyalty.Events;

/// <summary>A coupon is set aside for an order that is being made.</summary>
public sealed record CouponReserved : LoyaltyEvent
{
    /// <summary>The coupon's code.</summary>
    public required string Code { get; init; }

    /// <summary>What it is for, such as the order.</summary>
    public required string Source { get; init; }

    /// <summary>How long; null for as long as the programme's holds last. 1 to 527,040 (a year).</summary>
    public int? Minutes { get; init; }

    /// <inheritdoc/>
    public override string Type => EventTypes.CouponReserve;
}
