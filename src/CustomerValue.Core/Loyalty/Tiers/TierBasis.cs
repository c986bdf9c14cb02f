namespace CustomerValue.Loyalty.Tiers;

/// <summary>What counts towards a tier.</summary>
public enum TierBasis
{
    /// <summary>Points earned by effects that qualify, less those whose earn was reversed; spending points never reduces them.</summary>
    QualifyingPoints,

    /// <summary>Eligible amounts of orders, less refunds, in major units.</summary>
    Spend,

    /// <summary>Orders that were not refunded in full.</summary>
    Visits,

    /// <summary>The points that can be spent now. Some products do it; spending then costs the tier.</summary>
    SpendableBalance,
}
