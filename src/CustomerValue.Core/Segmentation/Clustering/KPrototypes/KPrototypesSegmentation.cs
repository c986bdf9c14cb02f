using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Clustering.KPrototypes;

/// <summary>
/// Scales, categories and prototypes: puts any customer into the cluster with the nearest prototype. A category that the fit did not know
/// differs from every prototype; a customer who lacks a field is in the last segment. Immutable and thread-safe.
/// </summary>
public sealed class KPrototypesSegmentation : IFittedSegmentation
{
    internal const string StrategyName = "kprototypes";

    /// <summary>Makes a segmentation from known parts, such as those of an earlier fit.</summary>
    /// <param name="scales">One a field, numbers or categories.</param>
    /// <param name="gamma">What a category that differs adds; finite, ≥ 0.</param>
    /// <param name="prototypes">One a cluster: for each field a scaled number, or the place of a category.</param>
    /// <param name="sizes">Customers of the fit in each cluster, ≥ 0.</param>
    /// <param name="fit">How the fit went.</param>
    /// <param name="clusters">A segment a cluster, with keys of their own; null for Cluster 1, Cluster 2, ….</param>
    /// <exception cref="DataRejectedException">The parts do not fit each other; lists every problem.</exception>
    public KPrototypesSegmentation(IReadOnlyList<MixedScale> scales, double gamma, IReadOnlyList<IReadOnlyList<double>> prototypes, IReadOnlyList<long> sizes, SegmentationFit fit, IReadOnlyList<Segment>? clusters = null)
    {
        Scales = Array.AsReadOnly<MixedScale>([.. scales ?? throw new ArgumentNullException(nameof(scales))]);
        Prototypes = Array.AsReadOnly<IReadOnlyList<double>>([.. (prototypes ?? throw new ArgumentNullException(nameof(prototypes))).Select(prototype => Array.AsReadOnly<double>([.. prototype]))]);
        Sizes = Array.AsReadOnly<long>([.. sizes ?? throw new ArgumentNullException(nameof(sizes))]);
        Fit = fit ?? throw new ArgumentNullException(nameof(fit));
        MixedParts.Check(Scales, Prototypes, Sizes, clusters);
        if (!(gamma >= 0) || double.IsInfinity(gamma) || Scales.Any(scale => scale.Kind is MixedFieldKind.Ordered or MixedFieldKind.Asymmetric))
            throw new DataRejectedException(new DataProblem { Field = "gamma", Value = FormattableString.Invariant($"{gamma}"), Message = "is no weight of categories, or a field is neither a number nor a category; give a finite weight ≥ 0." });
        Gamma = gamma;
        Segments = Array.AsReadOnly<Segment>([.. clusters ?? [.. Enumerable.Range(1, Prototypes.Count).Select(MixedWords.Cluster)], CommonSegments.Incomplete]);
    }

    /// <inheritdoc/>
    public string Strategy => StrategyName;

    /// <summary>The clusters, and last <see cref="CommonSegments.Incomplete"/>.</summary>
    public IReadOnlyList<Segment> Segments { get; }

    /// <inheritdoc/>
    public SegmentationFit Fit { get; }

    /// <summary>The scale or categories of each field.</summary>
    public IReadOnlyList<MixedScale> Scales { get; }

    /// <summary>What a category that differs adds, beside the squared differences of scaled numbers.</summary>
    public double Gamma { get; }

    /// <summary>The prototype of each cluster: for each field a scaled number, or the place of a category.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Prototypes { get; }

    /// <summary>Customers of the fit in each cluster.</summary>
    public IReadOnlyList<long> Sizes { get; }

    /// <inheritdoc/>
    public void Assign(CustomerBase customers, Span<int> segments)
    {
        OnePlaceEach.Check(customers, segments);
        double[][] columns = [.. Scales.Select(scale => scale.Read(customers))];
        double[] values = new double[columns.Length];
        double[] prototypes = [.. Prototypes.SelectMany(prototype => prototype)];
        bool[] numbers = [.. Scales.Select(scale => scale.IsNumber)];
        for (int row = 0; row < segments.Length; row++)
        {
            for (int field = 0; field < values.Length; field++)
                values[field] = columns[field][row];
            segments[row] = Nearest(values, prototypes, numbers);
        }
    }

    /// <inheritdoc/>
    public SegmentAssignment Assign(CustomerBase customers, int row)
    {
        if (customers is null)
            throw new ArgumentNullException(nameof(customers));
        double[] values = [.. Scales.Select(scale => scale.Read(customers, row))];
        if (Array.Exists(values, double.IsNaN))
            return new SegmentAssignment { Segment = Prototypes.Count, Reason = MixedWords.Missing(Scales.Where((_, field) => double.IsNaN(values[field])).Select(scale => scale.Column)) };
        bool[] numbers = [.. Scales.Select(scale => scale.IsNumber)];
        int nearest = Nearest(values, [.. Prototypes.SelectMany(prototype => prototype)], numbers);
        double[] distances = [.. Prototypes.Select(prototype => Math.Sqrt(Apart(values, [.. prototype], numbers)))];
        return new SegmentAssignment
        {
            Segment = nearest,
            Distance = distances[nearest],
            Reason = MixedWords.Reason(Scales, Segments, distances, nearest, values, [.. Scales.Select(scale => MixedScale.Find(customers, scale.Column)?.Text(row))], Prototypes[nearest], new LocalizedText("where the cluster's prototype", "该群原型"), Part),
        };

        double Part(int field) => numbers[field] ? (values[field] - Prototypes[nearest][field]) * (values[field] - Prototypes[nearest][field]) : values[field] == Prototypes[nearest][field] ? 0 : Gamma;
    }

    /// <summary>The nearest prototype, the first of equally near ones; one more than the last where a value is missing.</summary>
    private int Nearest(double[] values, double[] prototypes, bool[] numbers)
    {
        int nearest = prototypes.Length / values.Length;
        double least = double.PositiveInfinity;
        for (int from = 0; from < prototypes.Length; from += values.Length)
        {
            double apart = Apart(values, prototypes.AsSpan(from, values.Length), numbers);
            if (apart < least)
                (nearest, least) = (from / values.Length, apart);
        }

        return nearest;
    }

    /// <summary>The dissimilarity; NaN where a value is missing.</summary>
    private double Apart(double[] values, ReadOnlySpan<double> prototype, bool[] numbers)
    {
        double squares = 0;
        int mismatches = 0;
        for (int field = 0; field < values.Length; field++)
        {
            double difference = values[field] - prototype[field];
            if (numbers[field] || double.IsNaN(difference))
                squares += difference * difference;
            else if (difference != 0)
                mismatches++;
        }

        return squares + (Gamma * mismatches);
    }
}
