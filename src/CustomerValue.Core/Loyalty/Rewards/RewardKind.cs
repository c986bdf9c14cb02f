namespace CustomerValue.Loyalty.Rewards;

/// <summary>What a reward is.</summary>
public enum RewardKind
{
    /// <summary>A code that is worth something on a later order.</summary>
    Coupon,

    /// <summary>A thing.</summary>
    Gift,

    /// <summary>Money off or back.</summary>
    Cashback,

    /// <summary>Something that is done for the member: an event, a service.</summary>
    Service,
}
