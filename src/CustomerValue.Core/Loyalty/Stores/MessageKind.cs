namespace CustomerValue.Loyalty.Stores;

/// <summary>What a message tells.</summary>
public enum MessageKind
{
    /// <summary>Points were granted, by rules or by hand.</summary>
    PointsEarned,

    /// <summary>Points will expire soon.</summary>
    PointsExpiring,

    /// <summary>A member has another tier.</summary>
    TierChanged,
}
