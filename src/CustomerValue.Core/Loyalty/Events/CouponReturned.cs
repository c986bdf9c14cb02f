namespace CustomerValue.Loyalty.Events;

/// <summary>A coupon that was reserved or used can be used again, as long as it is valid.</summary>
public sealed record CouponReturned : LoyaltyEvent
{
    /// <summary>The coupon's code.</summary>
    public required string Code { get; init; }

    /// <inheritdoc/>
    public override string Type => EventTypes.CouponReturn;
}
