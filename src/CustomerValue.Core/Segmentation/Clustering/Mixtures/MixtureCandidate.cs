namespace CustomerValue.Segmentation.Clustering.Mixtures;

/// <summary>A size and a shape that were tried, with what came of it.</summary>
public sealed record MixtureCandidate
{
    /// <summary>How many components.</summary>
    public required int Components { get; init; }

    /// <summary>The shape of their covariances.</summary>
    public required CovarianceShape Covariance { get; init; }

    /// <summary>The fitted mixture, its figures in <see cref="GaussianMixtureModel.Report"/>; null where it could not be fitted.</summary>
    public GaussianMixtureModel? Model { get; init; }

    /// <summary>Why it could not be fitted; null where it was.</summary>
    public string? Problem { get; init; }
}
