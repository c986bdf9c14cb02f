namespace CustomerValue.Segmentation.Clustering.Mixtures;

/// <summary>Which covariances the components of a mixture may have.</summary>
public enum CovarianceShape
{
    /// <summary>One variance a component, the same in every direction.</summary>
    Spherical,

    /// <summary>A variance for each column of each component; no correlations.</summary>
    Diagonal,

    /// <summary>One covariance matrix, shared by all components.</summary>
    Tied,

    /// <summary>A covariance matrix for each component.</summary>
    Full,
}
