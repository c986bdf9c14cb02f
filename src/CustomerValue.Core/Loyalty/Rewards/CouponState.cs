namespace CustomerValue.Loyalty.Rewards;

/// <summary>What can be done with a coupon.</summary>
public enum CouponState
{
    /// <summary>It can be used.</summary>
    Issued,

    /// <summary>It is set aside for an order.</summary>
    Reserved,

    /// <summary>It was used.</summary>
    Redeemed,

    /// <summary>It is no longer valid.</summary>
    Expired,

    /// <summary>The reward was given back.</summary>
    Cancelled,
}
