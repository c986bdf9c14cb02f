namespace CustomerValue.Loyalty.Tiers;

/// <summary>Why a member has a tier.</summary>
public enum TierReason
{
    /// <summary>It is where everybody begins.</summary>
    Initial,

    /// <summary>Reached in the current period.</summary>
    Qualified,

    /// <summary>Reached in the period before, and valid through this one.</summary>
    CarriedOver,

    /// <summary>One below the tier of the period before.</summary>
    SoftLanding,

    /// <summary>It would have fallen, but the grace after the period's end lasts.</summary>
    Grace,

    /// <summary>Reached for life.</summary>
    Lifetime,

    /// <summary>Set by hand until a day.</summary>
    ManualOverride,

    /// <summary>Given because the member has an equal tier elsewhere.</summary>
    StatusMatch,

    /// <summary>Given on trial until a day.</summary>
    Trial,
}
