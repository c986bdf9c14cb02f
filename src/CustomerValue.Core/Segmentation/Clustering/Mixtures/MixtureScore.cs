namespace CustomerValue.Segmentation.Clustering.Mixtures;

/// <summary>What a mixture says of one row.</summary>
public readonly record struct MixtureScore
{
    /// <summary>The most probable component; of equally probable ones the first.</summary>
    public required int Component { get; init; }

    /// <summary>How probable it is, in (0, 1].</summary>
    public required double Probability { get; init; }

    /// <summary>ln f of the row under the whole mixture.</summary>
    public required double LogDensity { get; init; }

    /// <summary>Mahalanobis distance from the component's mean, ≥ 0.</summary>
    public required double Distance { get; init; }
}
