using CustomerValue.Numerics;
using CustomerValue.Segmentation.Clustering;

namespace CustomerValue.Segmentation.Evaluation.ChoosingK;

/// <summary>
/// How much tighter clusters are than those that the same method finds in data without any. W = ½ Σ over clusters of the mean, per row, of the
/// distances between its rows (each pair once); the references are uniform in the box along the principal axes. Source: Tibshirani, Walther &amp;
/// Hastie (2001), with distances not squared as in R's <c>cluster::clusGap</c> by default (d.power = 1, scaledPCA). Immutable.
/// </summary>
public sealed record GapStatistic
{
    private GapStatistic()
    {
    }

    /// <summary>A row for each k = 1, 2, ….</summary>
    public required IReadOnlyList<GapRow> Table { get; init; }

    /// <summary>How many references, B.</summary>
    public required int References { get; init; }

    /// <summary>The smallest k within one standard error of the first local maximum: clusGap's <c>firstSEmax</c>.</summary>
    public int FirstWithinErrorOfMaximum
    {
        get
        {
            int peak = 0;
            while (peak + 1 < Table.Count && Table[peak + 1].Gap > Table[peak].Gap)
                peak++;
            int first = 0;
            while (first < peak && Table[first].Gap < Table[peak].Gap - Table[peak].StandardError)
                first++;
            return Table[first].Clusters;
        }
    }

    /// <summary>The smallest k with gap(k) ≥ gap(k + 1) − error(k + 1), else the largest: Tibshirani's own rule.</summary>
    public int Tibshirani
    {
        get
        {
            int first = 0;
            while (first + 1 < Table.Count && Table[first].Gap < Table[first + 1].Gap - Table[first + 1].StandardError)
                first++;
            return Table[first].Clusters;
        }
    }

    /// <summary>Computes the gap for k = 1 … <paramref name="most"/>. All pairs of rows in a cluster are measured: take a sample where there are more than some thousands.</summary>
    /// <param name="table">At least two rows, on the scale on which distances count.</param>
    /// <param name="clusterer">The method; of one cluster it isn't asked.</param>
    /// <param name="most">The largest k, ≥ 1.</param>
    /// <param name="references">B, ≥ 2; the standard error falls with its root. Default: 50.</param>
    /// <param name="seed">The references' seed.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="Validation.DataRejectedException">Fewer than two rows, or the method returned not one label a row.</exception>
    public static GapStatistic Of(NumericTable table, Clusterer clusterer, int most, int references = 50, long seed = 1, CancellationToken cancellationToken = default)
    {
        if (table is null)
            throw new ArgumentNullException(nameof(table));
        if (clusterer is null)
            throw new ArgumentNullException(nameof(clusterer));
        if (most < 1)
            throw new ArgumentOutOfRangeException(nameof(most), most, "At least one cluster is tried.");
        if (references < 2)
            throw new ArgumentOutOfRangeException(nameof(references), references, "A standard error needs at least two references.");
        UniformBox box = new(table);
        double[][] logs = new double[references + 1][];
        Partitions.For(references + 1, Partitions.Workers, (_, part) =>
        {
            NumericTable rows = part == 0 ? table : box.Draw(seed, part);
            logs[part] = [.. Enumerable.Range(1, most).Select(k => LogW(rows, k == 1 ? new int[rows.Rows] : clusterer(rows, k, cancellationToken), cancellationToken))];
        }, cancellationToken);
        return new GapStatistic { Table = [.. Enumerable.Range(1, most).Select(k => Row(k, logs))], References = references };
    }

    /// <summary>ln W of labelled rows.</summary>
    internal static double LogW(NumericTable table, IReadOnlyList<int> labels, CancellationToken cancellationToken)
    {
        DistanceSums sums = DistanceSums.Of(table, labels.ToArray(), cancellationToken);
        LabelGroups groups = sums.Groups;
        double w = 0;
        for (int group = 0; group < groups.Count; group++)
        {
            double inside = 0;
            for (int place = groups.Starts[group]; place < groups.Starts[group + 1]; place++)
                inside += sums.Sums[(groups.Rows[place] * groups.Count) + group];
            // Every pair was counted from both ends.
            w += inside / 2 / groups.Sizes[group];
        }

        return Math.Log(Math.Max(w / 2, double.Epsilon));
    }

    private static GapRow Row(int k, double[][] logs)
    {
        double[] ofReferences = [.. logs.Skip(1).Select(log => log[k - 1])];
        double mean = ofReferences.Average(), squares = ofReferences.Sum(log => (log - mean) * (log - mean));
        double error = Math.Sqrt((1 + (1.0 / ofReferences.Length)) * (squares / (ofReferences.Length - 1)));
        return new GapRow { Clusters = k, LogW = logs[0][k - 1], ExpectedLogW = mean, StandardError = error };
    }
}
