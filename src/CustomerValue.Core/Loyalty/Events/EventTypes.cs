namespace CustomerValue.Loyalty.Events;

/// <summary>The names of the events that the library knows.</summary>
public static class EventTypes
{
    /// <summary>A member joined.</summary>
    public const string MemberJoined = "member.joined";

    /// <summary>What is known of a member changed.</summary>
    public const string MemberUpdated = "member.updated";

    /// <summary>An order was paid.</summary>
    public const string OrderPaid = "order.paid";

    /// <summary>An order was refunded, in whole or in part.</summary>
    public const string OrderRefunded = "order.refunded";

    /// <summary>Points were granted by another system.</summary>
    public const string PointsEarn = "points.earn";

    /// <summary>Points are to be spent.</summary>
    public const string PointsRedeem = "points.redeem";

    /// <summary>A redemption is to be undone, in whole or in part.</summary>
    public const string RedemptionCancel = "redemption.cancel";

    /// <summary>Points are to be set aside.</summary>
    public const string PointsHold = "points.hold";

    /// <summary>Points set aside are to be spent.</summary>
    public const string HoldCapture = "hold.capture";

    /// <summary>Points set aside are to be given back.</summary>
    public const string HoldVoid = "hold.void";

    /// <summary>A correction by hand.</summary>
    public const string PointsAdjust = "points.adjust";

    /// <summary>Points go to another member.</summary>
    public const string PointsTransfer = "points.transfer";

    /// <summary>A referral has come to its end.</summary>
    public const string ReferralQualified = "referral.qualified";

    /// <summary>A tier is given.</summary>
    public const string TierAssign = "tier.assign";

    /// <summary>Two members are one.</summary>
    public const string MemberMerge = "member.merge";

    /// <summary>They are two after all.</summary>
    public const string MemberUnmerge = "member.unmerge";

    /// <summary>What is known of a person is to be forgotten.</summary>
    public const string MemberErase = "member.erase";

    /// <summary>A reward of the catalogue is to be had for points.</summary>
    public const string RewardRedeem = "reward.redeem";

    /// <summary>A coupon is to be set aside.</summary>
    public const string CouponReserve = "coupon.reserve";

    /// <summary>A coupon is to be used.</summary>
    public const string CouponRedeem = "coupon.redeem";

    /// <summary>A coupon is to be usable again.</summary>
    public const string CouponReturn = "coupon.return";

    /// <summary>A rebate is to be brought to what is due.</summary>
    public const string RebateSettle = "rebate.settle";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> Known { get; } =
    [
        MemberJoined, MemberUpdated, OrderPaid, OrderRefunded, PointsEarn, PointsRedeem, RedemptionCancel, PointsHold, HoldCapture, HoldVoid,
        PointsAdjust, PointsTransfer, ReferralQualified, TierAssign, MemberMerge, MemberUnmerge, MemberErase, RewardRedeem,
        CouponReserve, CouponRedeem, CouponReturn, RebateSettle,
    ];
}
