namespace CustomerValue.Segmentation.LatentClasses;

/// <summary>An optimum of the likelihood that starts ended in.</summary>
public sealed record LatentClassOptimum
{
    /// <summary>Its log-likelihood.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>How many starts ended in it, ≥ 1.</summary>
    public required int Reached { get; init; }
}
