namespace CustomerValue.Loyalty.Ledger;

/// <summary>Why an event was refused. Nothing is written then; the same key gets the same answer again.</summary>
public enum LedgerError
{
    /// <summary>The key was used for something else.</summary>
    IdempotencyConflict,

    /// <summary>The same order, document or event was rewarded before under another key.</summary>
    SourceAlreadyRewarded,

    /// <summary>There are not enough points.</summary>
    InsufficientPoints,

    /// <summary>There were not enough points when it occurred.</summary>
    InsufficientAtOccurrence,

    /// <summary>There are not enough points to take back what was earned.</summary>
    InsufficientForClawback,

    /// <summary>It was undone before, in whole.</summary>
    AlreadyReversed,

    /// <summary>The hold was captured before.</summary>
    AlreadyCaptured,

    /// <summary>The hold was given back before.</summary>
    AlreadyVoided,

    /// <summary>The hold has ended.</summary>
    HoldExpired,

    /// <summary>The hold's name was used before.</summary>
    HoldExists,

    /// <summary>More than what is there to be captured, cancelled or refunded.</summary>
    ExceedsOriginal,

    /// <summary>The two of a referral are one person.</summary>
    SelfReferral,

    /// <summary>The one who refers was referred by the other.</summary>
    Cycle,

    /// <summary>The member was referred before.</summary>
    AlreadyReferred,

    /// <summary>No such order of this member; refunds come after their order.</summary>
    UnknownOrder,

    /// <summary>No such line in the order.</summary>
    UnknownLine,

    /// <summary>No such redemption of this member.</summary>
    UnknownRedemption,

    /// <summary>No such hold of this member.</summary>
    UnknownHold,

    /// <summary>No such wallet in the programme.</summary>
    UnknownWallet,

    /// <summary>No such tier in the programme.</summary>
    UnknownTier,

    /// <summary>No such reward in the programme.</summary>
    UnknownReward,

    /// <summary>No such member.</summary>
    UnknownMember,

    /// <summary>No version of the programme is in force at that instant.</summary>
    ProgramNotInForce,

    /// <summary>A value is out of the range that is allowed.</summary>
    InvalidValue,

    /// <summary>The amount is in another currency than the programme's rules.</summary>
    CurrencyMismatch,

    /// <summary>The points pass what can be counted.</summary>
    PointsOverflow,

    /// <summary>The member has joined before.</summary>
    AlreadyJoined,

    /// <summary>The two are not merged.</summary>
    NotMerged,

    /// <summary>The two are the same member.</summary>
    SameMember,

    /// <summary>Points that came by the merge have moved since.</summary>
    PointsMovedSinceMerge,

    /// <summary>The member has open holds.</summary>
    OpenHolds,

    /// <summary>Something changed since the quote.</summary>
    QuoteStale,

    /// <summary>The reward is not offered, or not for points.</summary>
    RewardNotOffered,

    /// <summary>The limit of the reward is reached.</summary>
    LimitReached,

    /// <summary>There are no more of the reward.</summary>
    OutOfStock,

    /// <summary>The coupon is unknown, used, or expired.</summary>
    CouponNotValid,
}
