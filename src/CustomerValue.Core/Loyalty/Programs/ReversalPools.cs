namespace CustomerValue.Loyalty.Programs;

/// <summary>From which part of an earned lot a reversal takes first: what is left of it, what expired (and went back to the issuer already), what was spent (taken from the member's other lots).</summary>
public enum ReversalPools
{
    /// <summary>What is left, then what expired, then what was spent.</summary>
    RemainingExpiredSpent,

    /// <summary>What is left, then what was spent, then what expired.</summary>
    RemainingSpentExpired,

    /// <summary>What is left, then spent and expired in the proportion in which they stand, the spent part rounded up.</summary>
    ProRata,

    /// <summary>Expiry is ignored: what is left, and for all the rest the member's other lots.</summary>
    Strict,
}
