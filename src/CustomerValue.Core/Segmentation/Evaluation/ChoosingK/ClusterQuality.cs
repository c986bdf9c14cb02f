using CustomerValue.Segmentation.Clustering;

namespace CustomerValue.Segmentation.Evaluation.ChoosingK;

/// <summary>
/// How compact and how far apart clusters are, by Euclidean distance. Sums of squares are over all rows; what needs all pairs (silhouette and
/// below) is exact over <see cref="PairedRows"/> rows, all of them or a sample that depends on the rows' content alone. Immutable.
/// </summary>
public sealed record ClusterQuality
{
    internal ClusterQuality()
    {
    }

    /// <summary>Clusters that occur.</summary>
    public required int Clusters { get; init; }

    /// <summary>Rows of each cluster, by ascending label.</summary>
    public required IReadOnlyList<int> Sizes { get; init; }

    /// <summary>Sum of squared distances to the cluster's mean, ≥ 0: what k-means makes small.</summary>
    public required double Inertia { get; init; }

    /// <summary>Sum of squared distances to the mean of all, ≥ 0.</summary>
    public required double TotalSumOfSquares { get; init; }

    /// <summary>(between/(k − 1))/(within/(n − k)), larger is better; 1 where nothing varies within, null where k is 1 or n. Source: Caliński &amp; Harabasz (1974), edges as scikit-learn.</summary>
    public required double? CalinskiHarabasz { get; init; }

    /// <summary>Mean over clusters of the worst (spread + spread)/distance of centres, smaller is better; null where k is 1 or n. Source: Davies &amp; Bouldin (1979), edges as scikit-learn.</summary>
    public required double? DaviesBouldin { get; init; }

    /// <summary>−Σ p ln p over the clusters' shares, in nats.</summary>
    public required double Entropy { get; init; }

    /// <summary>Rows whose pairs were all measured.</summary>
    public required int PairedRows { get; init; }

    /// <summary>Mean silhouette width, larger is better; null where k is 1 or n, as for the measures below.</summary>
    public required double? Silhouette { get; init; }

    /// <summary>Mean silhouette width of each cluster, by ascending label of those among the paired rows; empty where there is none.</summary>
    public required IReadOnlyList<double> SilhouetteByCluster { get; init; }

    /// <summary>Least distance between clusters over greatest within, larger is better; one outlier decides. Source: Dunn (1974), as R's fpc.</summary>
    public required double? Dunn { get; init; }

    /// <summary>Least mean distance between two clusters over greatest mean distance within one, larger is better. Source: R's fpc, <c>dunn2</c>.</summary>
    public required double? Dunn2 { get; init; }

    /// <summary>Correlation of distances with being in different clusters, larger is better. Source: Halkidi, Batistakis &amp; Vazirgiannis (2001), as R's fpc.</summary>
    public required double? PearsonGamma { get; init; }

    /// <summary>Mean distance within clusters, each row counted once, over mean distance between them; smaller is better. Source: R's fpc, <c>wb.ratio</c>.</summary>
    public required double? WithinBetweenRatio { get; init; }

    /// <summary>Measures clusters.</summary>
    /// <param name="table">The rows.</param>
    /// <param name="labels">A cluster a row; any numbers.</param>
    /// <param name="mostPairedRows">Up to so many rows all pairs are measured, else those of a sample of so many; ≥ 2.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="Validation.DataRejectedException">Not one label a row, or no rows.</exception>
    public static ClusterQuality Of(NumericTable table, ReadOnlySpan<int> labels, int mostPairedRows = 5000, CancellationToken cancellationToken = default)
    {
        if (table is null)
            throw new ArgumentNullException(nameof(table));
        if (mostPairedRows < 2)
            throw new ArgumentOutOfRangeException(nameof(mostPairedRows), mostPairedRows, "At least two rows make a pair.");
        return QualityMeasures.Of(table, labels, mostPairedRows, cancellationToken);
    }
}
