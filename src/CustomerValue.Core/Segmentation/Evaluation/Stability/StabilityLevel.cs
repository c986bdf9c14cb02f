namespace CustomerValue.Segmentation.Evaluation.Stability;

/// <summary>What a mean bootstrap Jaccard says of a segment. Source: Hennig (2007), §5, and the documentation of his R package fpc, <c>clusterboot</c>.</summary>
public enum StabilityLevel
{
    /// <summary>≤ 0.5: the segment dissolves.</summary>
    Dissolved,

    /// <summary>Above 0.5, below 0.6: not to be trusted.</summary>
    Unreliable,

    /// <summary>From 0.6, below 0.75: there is a pattern, but who belongs to it is doubtful.</summary>
    Doubtful,

    /// <summary>From 0.75: a valid, stable segment.</summary>
    Stable,

    /// <summary>From 0.85: highly stable.</summary>
    HighlyStable,
}
