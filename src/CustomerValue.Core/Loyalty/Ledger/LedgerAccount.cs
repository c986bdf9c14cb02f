namespace CustomerValue.Loyalty.Ledger;

/// <summary>The accounts between which points move. Every command's postings add up to 0 over them.</summary>
public enum LedgerAccount
{
    /// <summary>Where points come from: minus what was granted.</summary>
    Issuer,

    /// <summary>Granted, not yet to be spent.</summary>
    Pending,

    /// <summary>To be spent; below zero only under <see cref="Programs.ClawbackShortfall.AllowNegative"/>.</summary>
    Available,

    /// <summary>Set aside by holds.</summary>
    Held,

    /// <summary>Spent.</summary>
    Redeemed,

    /// <summary>Expired.</summary>
    Expired,

    /// <summary>Taken back because what earned them was undone.</summary>
    Reversed,

    /// <summary>Minus what the member owes.</summary>
    Debt,

    /// <summary>Minus what the issuer bore because it could not be taken back.</summary>
    WrittenOff,

    /// <summary>Taken off by hand.</summary>
    Adjusted,

    /// <summary>Between members; 0 over all of them.</summary>
    Transferred,
}
