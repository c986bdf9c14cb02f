namespace CustomerValue.Loyalty.Events;

/// <summary>A coupon is used, once.</summary>
public sealed record CouponRedeemed : LoyaltyEvent
{
    /// <summary>The coupon's code.</summary>
    public required string Code { get; init; }

    /// <summary>What it is used on, such as the order; where it is reserved, the same as there.</summary>
    public required string Source { get; init; }

    /// <inheritdoc/>
    public override string Type => EventTypes.CouponRedeem;
}
