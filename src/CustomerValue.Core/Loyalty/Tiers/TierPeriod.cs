namespace CustomerValue.Loyalty.Tiers;

/// <summary>Over which time qualification is counted.</summary>
public enum TierPeriod
{
    /// <summary>Calendar years of the programme's zone.</summary>
    CalendarYear,

    /// <summary>Years from one anniversary of joining to the next, always counted from the day of joining.</summary>
    MemberYear,

    /// <summary>A window of a stated length that ends now; there is no end of a period, so no downgrade policy either.</summary>
    Rolling,

    /// <summary>All time: tiers are never lost.</summary>
    Ever,
}
