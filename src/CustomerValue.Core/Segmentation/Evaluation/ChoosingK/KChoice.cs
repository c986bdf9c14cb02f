using CustomerValue.Labels;
using CustomerValue.Numerics;
using CustomerValue.Segmentation.Clustering;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Evaluation.ChoosingK;

/// <summary>
/// A number of clusters, recommended by a stated rule, with all that was measured. The rule: silhouette (largest), Caliński-Harabasz (largest),
/// Davies-Bouldin (smallest) and, where asked for, the gap (clusGap's <c>firstSEmax</c>) have one vote each; most votes win, and of equals the one
/// with the larger silhouette, then the smaller k. Dunn and inertia are shown and don't vote. Immutable.
/// </summary>
public sealed record KChoice
{
    private KChoice()
    {
    }

    /// <summary>The k recommended.</summary>
    public required int Recommended { get; init; }

    /// <summary>Why, in one or two sentences, with the values that decided.</summary>
    public required LocalizedText Reason { get; init; }

    /// <summary>A row for each k tried, ascending.</summary>
    public required IReadOnlyList<KChoiceRow> Table { get; init; }

    /// <summary>The gap statistic from k = 1; null where none was asked for.</summary>
    public required GapStatistic? Gap { get; init; }

    /// <summary>Tries a range of k.</summary>
    /// <param name="table">At least three rows, on the scale on which distances count.</param>
    /// <param name="clusterer">The method.</param>
    /// <param name="options">What is tried; null for 2 to 10. No k is tried that is not below the number of distinct rows.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="DataRejectedException">The options are invalid, there are too few distinct rows, or the method returned not one label a row.</exception>
    public static KChoice Of(NumericTable table, Clusterer clusterer, KChoiceOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (table is null)
            throw new ArgumentNullException(nameof(table));
        if (clusterer is null)
            throw new ArgumentNullException(nameof(clusterer));
        options ??= new KChoiceOptions();
        if (options.Validate() is { Count: > 0 } problems)
            throw new DataRejectedException(problems);
        int most = Math.Min(options.To, DistinctRows(table, options.To + 1) - 1);
        if (most < options.From)
            throw new DataRejectedException(new DataProblem { Field = "table", Value = $"{most + 1}", Message = $"distinct rows; to try {options.From} clusters there must be more distinct rows than that." });

        ClusterQuality[] qualities = new ClusterQuality[most - options.From + 1];
        Partitions.For(qualities.Length, Partitions.Workers, (_, part) =>
            qualities[part] = ClusterQuality.Of(table, clusterer(table, options.From + part, cancellationToken).ToArray(), options.MostPairedRows, cancellationToken), cancellationToken);
        GapStatistic? gap = options.GapReferences == 0 ? null
            : GapStatistic.Of(RowOrder.Take(table, RowOrder.Sample(RowOrder.Of(table), options.MostGapRows)), clusterer, Math.Min(most, Math.Min(table.Rows, options.MostGapRows) - 1), options.GapReferences, options.Seed, cancellationToken);
        KChoiceRow[] rows = [.. qualities.Select((quality, i) => new KChoiceRow
        {
            Clusters = options.From + i,
            Quality = quality,
            Gap = gap?.Table.FirstOrDefault(row => row.Clusters == options.From + i),
            InertiaFall = Fall(i > 0 ? qualities[i - 1].Inertia : quality.TotalSumOfSquares, quality.Inertia),
        })];
        KVotes votes = new(rows, gap);
        return new KChoice { Recommended = votes.Winner.Clusters, Reason = votes.Reason(), Table = Array.AsReadOnly(rows), Gap = gap };
    }

    private static double Fall(double before, double after) => before > 0 ? (before - after) / before : 0;

    /// <summary>How many rows differ, counted up to <paramref name="enough"/>.</summary>
    private static int DistinctRows(NumericTable table, int enough)
    {
        List<int> distinct = [];
        for (int row = 0; row < table.Rows && distinct.Count < enough; row++)
        {
            if (!distinct.Any(other => Same(table, other, row)))
                distinct.Add(row);
        }

        return distinct.Count;
    }

    private static bool Same(NumericTable table, int one, int other)
    {
        for (int column = 0; column < table.Width; column++)
        {
            if (table[column][one] != table[column][other])
                return false;
        }

        return true;
    }
}
