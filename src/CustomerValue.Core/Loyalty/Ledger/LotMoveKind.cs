namespace CustomerValue.Loyalty.Ledger;

/// <summary>What happens to units of a lot.</summary>
public enum LotMoveKind
{
    /// <summary>They came: granted, or from another member.</summary>
    Granted,

    /// <summary>They were spent.</summary>
    Redeemed,

    /// <summary>They came back from a redemption that was undone.</summary>
    Restored,

    /// <summary>They expired.</summary>
    Expired,

    /// <summary>They left in another way: taken back, paid for a debt, given to another member, taken off by hand.</summary>
    Withdrawn,
}
