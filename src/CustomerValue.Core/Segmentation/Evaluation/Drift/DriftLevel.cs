namespace CustomerValue.Segmentation.Evaluation.Drift;

/// <summary>How much a distribution moved, by its population stability index. Source: Siddiqi (2006), Credit Risk Scorecards, ch. 9: the usual bounds 0.1 and 0.25.</summary>
public enum DriftLevel
{
    /// <summary>PSI &lt; 0.1: no change that matters.</summary>
    Stable,

    /// <summary>0.1 ≤ PSI &lt; 0.25: look into it.</summary>
    Moderate,

    /// <summary>PSI ≥ 0.25: another population; fit again.</summary>
    Large,
}
