using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.Numerics;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Clustering.KMeans;

/// <summary>
/// Scales and centres: puts any customer into the cluster with the nearest centre, measured on the scales of the fit. A customer who lacks a
/// field, or whose value is beyond any scale, is in the last segment. Immutable and thread-safe.
/// </summary>
public sealed class KMeansSegmentation : IFittedSegmentation
{
    internal const string StrategyName = "kmeans";

    private readonly KMeansModel model;
    private readonly string[] names;

    /// <summary>Makes a segmentation from known scales and centres, such as those of an earlier fit.</summary>
    /// <param name="scales">One a field.</param>
    /// <param name="centres">One a cluster, a finite number a field, on the scales.</param>
    /// <param name="sizes">Customers of the fit in each cluster, ≥ 0.</param>
    /// <param name="fit">How the fit went.</param>
    /// <param name="clusters">A segment a cluster, with keys of their own; null for Cluster 1, Cluster 2, ….</param>
    /// <exception cref="DataRejectedException">The parts do not fit each other; lists every problem.</exception>
    public KMeansSegmentation(IReadOnlyList<FieldScale> scales, IReadOnlyList<IReadOnlyList<double>> centres, IReadOnlyList<long> sizes, SegmentationFit fit, IReadOnlyList<Segment>? clusters = null)
    {
        Scales = [.. scales ?? throw new ArgumentNullException(nameof(scales))];
        Fit = fit ?? throw new ArgumentNullException(nameof(fit));
        KMeansParts.Check(Scales, centres ?? throw new ArgumentNullException(nameof(centres)), sizes ?? throw new ArgumentNullException(nameof(sizes)), clusters);
        model = new KMeansModel([.. centres.SelectMany(centre => centre)], Scales.Count, [.. sizes]) { Inertia = 0, TotalSquares = 0, Iterations = fit.Iterations, Converged = fit.Converged };
        names = [.. Scales.Select(scale => scale.Column)];
        Segments = Array.AsReadOnly((clusters ?? [.. Enumerable.Range(1, centres.Count).Select(KMeansWords.Cluster)]).Append(CommonSegments.Incomplete).ToArray());
    }

    /// <inheritdoc/>
    public string Strategy => StrategyName;

    /// <summary>The clusters, and last <see cref="CommonSegments.Incomplete"/>.</summary>
    public IReadOnlyList<Segment> Segments { get; }

    /// <inheritdoc/>
    public SegmentationFit Fit { get; }

    /// <summary>The scale of each field.</summary>
    public IReadOnlyList<FieldScale> Scales { get; }

    /// <summary>The centre of each cluster, on the scales.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Centres => model.Centres;

    /// <summary>Customers of the fit in each cluster.</summary>
    public IReadOnlyList<long> Sizes => model.Sizes;

    /// <summary>The same clusters under other names; their keys stay.</summary>
    /// <param name="labels">One a cluster.</param>
    /// <exception cref="DataRejectedException">Not one label a cluster.</exception>
    public KMeansSegmentation WithLabels(IReadOnlyList<LocalizedText> labels)
    {
        if ((labels ?? throw new ArgumentNullException(nameof(labels))).Count != model.K)
            throw new DataRejectedException(new DataProblem { Field = nameof(labels), Value = $"{labels.Count}", Message = $"labels for {model.K} clusters; give one a cluster." });
        return new KMeansSegmentation(Scales, Centres, Sizes, Fit, [.. labels.Select((label, cluster) => Segments[cluster] with { Label = label })]);
    }

    /// <inheritdoc/>
    public void Assign(CustomerBase customers, Span<int> segments)
    {
        OnePlaceEach.Check(customers, segments);
        double[][] columns = [.. names.Select(_ => new double[customers.Count])];
        bool[] missing = new bool[customers.Count];
        Partitions.For(columns.Length, Partitions.Workers, (_, field) => Read(customers, field, columns[field]), CancellationToken.None);
        for (int field = 0; field < columns.Length; field++)
        {
            for (int row = 0; row < missing.Length; row++)
            {
                if (!double.IsNaN(columns[field][row]))
                    continue;
                (missing[row], columns[field][row]) = (true, 0);
            }
        }

        model.Assign(new NumericTable([.. columns.Select(column => (ReadOnlyMemory<double>)column)]), segments);
        for (int row = 0; row < missing.Length; row++)
            segments[row] = missing[row] ? model.K : segments[row];
    }

    /// <inheritdoc/>
    public SegmentAssignment Assign(CustomerBase customers, int row)
    {
        if (customers is null)
            throw new ArgumentNullException(nameof(customers));
        double[] values = [.. names.Select(name => customers.Column(name)?.Number(row) ?? double.NaN)];
        double[] scaled = [.. values.Select((value, field) => Scaled(field, value))];
        if (Array.Exists(scaled, double.IsNaN))
            return new SegmentAssignment { Segment = model.K, Reason = KMeansWords.Missing([.. names.Where((_, field) => double.IsNaN(scaled[field]))]) };
        int cluster = model.Nearest(scaled, out double distance);
        return new SegmentAssignment { Segment = cluster, Distance = distance, Reason = KMeansWords.Reason(this, model, cluster, values, scaled) };
    }

    private void Read(CustomerBase customers, int field, double[] values)
    {
        if (customers.Column(names[field]) is not { } column)
        {
            // A newcomer alone lacks the columns of which nothing is known.
            values.AsSpan().Fill(double.NaN);
            return;
        }

        column.CopyNumbers(values);
        for (int row = 0; row < values.Length; row++)
            values[row] = Scaled(field, values[row]);
    }

    /// <summary>The value on its scale; NaN where it is missing, or so far out that its square is no number.</summary>
    private double Scaled(int field, double value)
    {
        double scaled = Scales[field].Scale(value);
        return Math.Abs(scaled) <= KMeansParts.Farthest ? scaled : double.NaN;
    }
}
