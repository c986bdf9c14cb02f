namespace CustomerValue.Contribution.Demand;

/// <summary>
/// How regularly and evenly a customer buys, by the mean interval between periods with demand and the squared coefficient of variation of their sizes; boundaries
/// 1.32 and 0.49 of Syntetos, Boylan &amp; Croston (2005), J. Oper. Res. Soc. 56, 495–503.
/// </summary>
public enum DemandClass
{
    /// <summary>Fewer than two periods with demand (数据不足): nothing varies yet.</summary>
    TooFew,

    /// <summary>Often and even (平稳型): interval ≤ 1.32, CV² ≤ 0.49.</summary>
    Smooth,

    /// <summary>Seldom and even (间歇型): interval &gt; 1.32, CV² ≤ 0.49.</summary>
    Intermittent,

    /// <summary>Often and uneven (波动型): interval ≤ 1.32, CV² &gt; 0.49.</summary>
    Erratic,

    /// <summary>Seldom and uneven (块状型): interval &gt; 1.32, CV² &gt; 0.49.</summary>
    Lumpy,
}
