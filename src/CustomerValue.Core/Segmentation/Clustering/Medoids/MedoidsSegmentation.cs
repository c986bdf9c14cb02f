using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Clustering.Medoids;

/// <summary>
/// Scales, categories and medoids: puts any customer into the cluster with the nearest medoid by Gower's dissimilarity. Fields that a customer lacks are left out of
/// the comparison; a customer who lacks all is in the last segment. A category that the fit did not know differs from every medoid. Immutable and thread-safe.
/// </summary>
public sealed class MedoidsSegmentation : IFittedSegmentation
{
    internal const string StrategyName = "medoids";

    private readonly GowerDissimilarity measure;

    /// <summary>Makes a segmentation from known parts, such as those of an earlier fit.</summary>
    /// <param name="scales">One a field; a number's spread is its range, an ordered field's that of its levels' places.</param>
    /// <param name="medoids">One a cluster: for each field a scaled number, or the place of a category.</param>
    /// <param name="sizes">Customers of the fit in each cluster, ≥ 0.</param>
    /// <param name="fit">How the fit went.</param>
    /// <param name="clusters">A segment a cluster, with keys of their own; null for Cluster 1, Cluster 2, ….</param>
    /// <exception cref="DataRejectedException">The parts do not fit each other; lists every problem.</exception>
    public MedoidsSegmentation(IReadOnlyList<MixedScale> scales, IReadOnlyList<IReadOnlyList<double>> medoids, IReadOnlyList<long> sizes, SegmentationFit fit, IReadOnlyList<Segment>? clusters = null)
    {
        Scales = Array.AsReadOnly<MixedScale>([.. scales ?? throw new ArgumentNullException(nameof(scales))]);
        Medoids = Array.AsReadOnly<IReadOnlyList<double>>([.. (medoids ?? throw new ArgumentNullException(nameof(medoids))).Select(medoid => Array.AsReadOnly<double>([.. medoid]))]);
        Sizes = Array.AsReadOnly<long>([.. sizes ?? throw new ArgumentNullException(nameof(sizes))]);
        Fit = fit ?? throw new ArgumentNullException(nameof(fit));
        MixedParts.Check(Scales, Medoids, Sizes, clusters);
        measure = new GowerDissimilarity([.. Scales.Select(scale => scale.Kind)], [.. Scales.Select(scale => scale.IsNumber ? 1 : scale.Spread)]);
        Segments = Array.AsReadOnly<Segment>([.. clusters ?? [.. Enumerable.Range(1, Medoids.Count).Select(MixedWords.Cluster)], CommonSegments.Incomplete]);
    }

    /// <inheritdoc/>
    public string Strategy => StrategyName;

    /// <summary>The clusters, and last <see cref="CommonSegments.Incomplete"/>.</summary>
    public IReadOnlyList<Segment> Segments { get; }

    /// <inheritdoc/>
    public SegmentationFit Fit { get; }

    /// <summary>The scale or categories of each field.</summary>
    public IReadOnlyList<MixedScale> Scales { get; }

    /// <summary>The medoid of each cluster: for each field a scaled number, or the place of a category.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Medoids { get; }

    /// <summary>Customers of the fit in each cluster.</summary>
    public IReadOnlyList<long> Sizes { get; }

    /// <inheritdoc/>
    public void Assign(CustomerBase customers, Span<int> segments)
    {
        OnePlaceEach.Check(customers, segments);
        double[][] columns = [.. Scales.Select(scale => scale.Read(customers))];
        double[][] medoids = [.. Medoids.Select(medoid => medoid.ToArray())];
        double[] values = new double[columns.Length];
        for (int row = 0; row < segments.Length; row++)
        {
            for (int field = 0; field < values.Length; field++)
                values[field] = columns[field][row];
            segments[row] = Nearest(values, medoids);
        }
    }

    /// <inheritdoc/>
    public SegmentAssignment Assign(CustomerBase customers, int row)
    {
        if (customers is null)
            throw new ArgumentNullException(nameof(customers));
        double[] values = [.. Scales.Select(scale => scale.Read(customers, row))];
        double[][] medoids = [.. Medoids.Select(medoid => medoid.ToArray())];
        int nearest = Nearest(values, medoids);
        if (nearest == medoids.Length)
            return new SegmentAssignment { Segment = nearest, Reason = MixedWords.Missing(Scales.Select(scale => scale.Column)) };
        double[] distances = [.. medoids.Select(medoid => measure.Between(values, medoid))];
        return new SegmentAssignment
        {
            Segment = nearest,
            Distance = distances[nearest],
            Reason = MixedWords.Reason(Scales, Segments, distances, nearest, values, [.. Scales.Select(scale => MixedScale.Find(customers, scale.Column)?.Text(row))], Medoids[nearest], new LocalizedText("where the cluster's medoid", "该群中心客户"), field => Math.Abs(measure.Field(field, values[field], medoids[nearest][field]))),
        };
    }

    /// <summary>The nearest medoid, the first of equally near ones; one more than the last where nothing is known.</summary>
    private int Nearest(double[] values, double[][] medoids)
    {
        if (Array.TrueForAll(values, double.IsNaN))
            return medoids.Length;
        int nearest = 0;
        double least = double.PositiveInfinity;
        for (int medoid = 0; medoid < medoids.Length; medoid++)
        {
            double apart = measure.Between(values, medoids[medoid]);
            if (apart < least)
                (nearest, least) = (medoid, apart);
        }

        return nearest;
    }
}
