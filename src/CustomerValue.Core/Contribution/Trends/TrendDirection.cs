namespace CustomerValue.Contribution.Trends;

/// <summary>Where a series goes.</summary>
public enum TrendDirection
{
    /// <summary>No trend can be told (平稳).</summary>
    Steady,

    /// <summary>It rises (上升).</summary>
    Rising,

    /// <summary>It falls (下降).</summary>
    Falling,
}
