namespace CustomerValue.Loyalty.Programs;

/// <summary>From when the life of points is counted that are recorded late.</summary>
public enum ExpiryFrom
{
    /// <summary>When what earned them occurred.</summary>
    Occurred,

    /// <summary>When it was recorded.</summary>
    Recorded,
}
