using CustomerValue.Segmentation.Clustering;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Evaluation.ChoosingK;

/// <summary>
/// How much nearer each row is to its own cluster than to the next one: s = (b − a)/max(a, b), a the mean distance to the other rows of its
/// cluster, b the least mean distance to another cluster; 0 for a row alone in its cluster. Source: Rousseeuw (1987). Immutable.
/// </summary>
public sealed record Silhouette
{
    private Silhouette()
    {
    }

    /// <summary>Mean of all widths, in [−1, 1]. Kaufman &amp; Rousseeuw (1990), table 4: above 0.7 strong, above 0.5 reasonable, above 0.25 weak structure, below none.</summary>
    public required double Mean { get; init; }

    /// <summary>The labels that occur, ascending.</summary>
    public required IReadOnlyList<int> Labels { get; init; }

    /// <summary>Mean width of each label's rows.</summary>
    public required IReadOnlyList<double> ByCluster { get; init; }

    /// <summary>A width a row, in [−1, 1].</summary>
    public required IReadOnlyList<double> Widths { get; init; }

    /// <summary>For each row the label of the nearest cluster beside its own; the smaller label where two are as near.</summary>
    public required IReadOnlyList<int> Neighbors { get; init; }

    /// <summary>With Euclidean distances between all pairs of rows: n²/2 of them, so take a sample where n is large (<see cref="ClusterQuality"/> does).</summary>
    /// <param name="table">The rows.</param>
    /// <param name="labels">A cluster a row; at least two that differ.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="DataRejectedException">Not one label a row, or all the same.</exception>
    public static Silhouette Of(NumericTable table, ReadOnlySpan<int> labels, CancellationToken cancellationToken = default) =>
        Of(DistanceSums.Of(table ?? throw new ArgumentNullException(nameof(table)), labels, cancellationToken));

    /// <summary>With distances of any kind, such as Gower's.</summary>
    /// <param name="distance">The distance between two rows, ≥ 0 and symmetric; called from several threads.</param>
    /// <param name="labels">A cluster a row; at least two that differ.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="DataRejectedException">All labels are the same.</exception>
    public static Silhouette Of(Func<int, int, double> distance, ReadOnlySpan<int> labels, CancellationToken cancellationToken = default) =>
        Of(DistanceSums.Of(distance ?? throw new ArgumentNullException(nameof(distance)), labels, cancellationToken));

    internal static Silhouette Of(DistanceSums sums)
    {
        LabelGroups groups = sums.Groups;
        if (groups.Count < 2)
            throw new DataRejectedException(new DataProblem { Field = "labels", Value = $"{groups.Count}", Message = "different labels; a silhouette compares at least two clusters." });
        double[] widths = new double[groups.Of.Length];
        int[] neighbors = new int[widths.Length];
        for (int row = 0; row < widths.Length; row++)
            (widths[row], neighbors[row]) = Width(sums, row);
        double[] byCluster = new double[groups.Count];
        double total = 0;
        for (int group = 0; group < groups.Count; group++)
        {
            double sum = 0;
            for (int place = groups.Starts[group]; place < groups.Starts[group + 1]; place++)
                sum += widths[groups.Rows[place]];
            byCluster[group] = sum / groups.Sizes[group];
            total += sum;
        }

        return new Silhouette
        {
            Mean = total / widths.Length,
            Labels = Array.AsReadOnly(groups.Labels),
            ByCluster = Array.AsReadOnly(byCluster),
            Widths = Array.AsReadOnly(widths),
            Neighbors = Array.AsReadOnly(neighbors),
        };
    }

    private static (double Width, int Neighbor) Width(DistanceSums sums, int row)
    {
        LabelGroups groups = sums.Groups;
        int own = groups.Of[row], nearest = -1;
        double least = double.PositiveInfinity;
        for (int group = 0; group < groups.Count; group++)
        {
            double mean = sums.Sums[(row * groups.Count) + group] / groups.Sizes[group];
            if (group != own && mean < least)
                (least, nearest) = (mean, group);
        }

        if (groups.Sizes[own] == 1)
            return (0, groups.Labels[nearest]);
        double inside = sums.Sums[(row * groups.Count) + own] / (groups.Sizes[own] - 1), larger = Math.Max(inside, least);
        return (larger == 0 ? 0 : (least - inside) / larger, groups.Labels[nearest]);
    }
}
