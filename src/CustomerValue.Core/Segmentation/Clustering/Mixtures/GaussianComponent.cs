namespace CustomerValue.Segmentation.Clustering.Mixtures;

/// <summary>One normal distribution of a mixture.</summary>
public sealed record GaussianComponent
{
    /// <summary>Its share of the rows, in (0, 1]; the shares of a mixture sum to 1.</summary>
    public required double Weight { get; init; }

    /// <summary>Its centre, one finite number a column.</summary>
    public required IReadOnlyList<double> Mean { get; init; }

    /// <summary>
    /// One variance where the shape is <see cref="CovarianceShape.Spherical"/>, one a column where it is <see cref="CovarianceShape.Diagonal"/>, else
    /// the symmetric matrix row by row; of tied mixtures the same for all components.
    /// </summary>
    public required IReadOnlyList<double> Covariance { get; init; }
}
