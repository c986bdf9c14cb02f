namespace CustomerValue.Simulation;

/// <summary>The group that a simulated customer really belongs to. It moves survey answers, demographics, categories and channels, but neither how often customers buy nor when they leave.</summary>
public enum LatentSegment
{
    /// <summary>Compares prices, waits for promotions.</summary>
    BargainHunter,

    /// <summary>Pays more for what is better.</summary>
    QualitySeeker,

    /// <summary>Buys for children and household.</summary>
    BusyFamily,

    /// <summary>Young, online, talks about what is new.</summary>
    TrendFollower,
}
