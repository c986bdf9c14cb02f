namespace CustomerValue.Loyalty.Ledger;

/// <summary>What an entry of the journal records.</summary>
public enum EntryKind
{
    /// <summary>A member joined.</summary>
    Join,

    /// <summary>What is known of him changed.</summary>
    Update,

    /// <summary>An order was paid.</summary>
    Order,

    /// <summary>An event that the programme names happened.</summary>
    Event,

    /// <summary>Points were granted.</summary>
    Earn,

    /// <summary>Pending points became available.</summary>
    Activate,

    /// <summary>Points expired.</summary>
    Expire,

    /// <summary>Points paid a debt or an overdraft.</summary>
    PayDebt,

    /// <summary>Points were spent.</summary>
    Redeem,

    /// <summary>A redemption was undone.</summary>
    Restore,

    /// <summary>Points were set aside.</summary>
    Hold,

    /// <summary>Points set aside were spent.</summary>
    Capture,

    /// <summary>Points set aside came back.</summary>
    Release,

    /// <summary>An order was refunded.</summary>
    Refund,

    /// <summary>An earn was reversed.</summary>
    Reverse,

    /// <summary>A correction by hand.</summary>
    Adjust,

    /// <summary>Points went to another member, or came from him.</summary>
    Transfer,

    /// <summary>A referral came to its end.</summary>
    Referral,

    /// <summary>A tier was given.</summary>
    Tier,

    /// <summary>Another member was merged into this one.</summary>
    Merge,

    /// <summary>This member was merged into another one.</summary>
    MergedInto,

    /// <summary>A merge was undone.</summary>
    Unmerge,

    /// <summary>The person was forgotten.</summary>
    Erase,

    /// <summary>A reward was issued, or a coupon changed its state.</summary>
    Reward,
}
