using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Clustering.KMeans;

/// <summary>Centres that were fitted, and how that went. Immutable and thread-safe.</summary>
public sealed class KMeansModel
{
    private readonly double[] centres;

    internal KMeansModel(double[] centres, int width, long[] sizes)
    {
        (this.centres, Width) = (centres, width);
        Sizes = Array.AsReadOnly(sizes);
        Centres = Array.AsReadOnly(Enumerable.Range(0, sizes.Length).Select(centre => (IReadOnlyList<double>)Array.AsReadOnly(Centre(centre).ToArray())).ToArray());
    }

    /// <summary>How many clusters.</summary>
    public int K => Sizes.Count;

    /// <summary>How many columns.</summary>
    public int Width { get; }

    /// <summary>The centre of each cluster, a number a column.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Centres { get; }

    /// <summary>How many rows of the fit each cluster has.</summary>
    public IReadOnlyList<long> Sizes { get; }

    /// <summary>Sum of squared distances of the rows to their centres, ≥ 0.</summary>
    public required double Inertia { get; init; }

    /// <summary>Sum of squared distances of the rows to the mean of all, ≥ 0; what the clusters explain of it is 1 − inertia/total.</summary>
    public required double TotalSquares { get; init; }

    /// <summary>Passes over the rows of the best start, the one that changed nothing included.</summary>
    public required int Iterations { get; init; }

    /// <summary>Whether no row changed its cluster in the end.</summary>
    public required bool Converged { get; init; }

    /// <summary>A centre, a number a column.</summary>
    /// <param name="cluster">Range: [0, <see cref="K"/>).</param>
    public ReadOnlySpan<double> Centre(int cluster) => centres.AsSpan(cluster * Width, Width);

    /// <summary>The cluster of every row: that of the nearest centre, the first of several that are equally near.</summary>
    /// <param name="table">As many columns as the centres have, in the same order.</param>
    /// <param name="clusters">One a row, written.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="DataRejectedException">The table has other columns than the centres.</exception>
    public void Assign(NumericTable table, Span<int> clusters, CancellationToken cancellationToken = default) => Assign(table, clusters, [], cancellationToken);

    /// <summary>The cluster of every row, and the distance to its centre.</summary>
    /// <param name="table">As many columns as the centres have, in the same order.</param>
    /// <param name="clusters">One a row, written.</param>
    /// <param name="distances">One a row, written, ≥ 0; empty where nobody asks for them.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="DataRejectedException">The table has other columns than the centres.</exception>
    public void Assign(NumericTable table, Span<int> clusters, Span<double> distances, CancellationToken cancellationToken = default)
    {
        CheckWidth((table ?? throw new ArgumentNullException(nameof(table))).Width);
        if (clusters.Length != table.Rows || (distances.Length != table.Rows && distances.Length != 0))
            throw new ArgumentException($"The outputs have {clusters.Length} and {distances.Length} places for {table.Rows} rows; they need one a row.");
        RowTile tile = new(table, new double[Width]);
        for (int from = 0; from < table.Rows; from += RowTile.Rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int count = Math.Min(RowTile.Rows, table.Rows - from);
            tile.Load(from, count);
            tile.Find(centres, count);
            tile.Nearest.AsSpan(0, count).CopyTo(clusters.Slice(from));
            for (int i = 0; i < count && distances.Length > 0; i++)
                distances[from + i] = Math.Sqrt(tile.Squared[i]);
        }
    }

    /// <summary>The cluster of one row, the same as among many, and the distance to its centre.</summary>
    /// <param name="row">A finite number a column.</param>
    /// <param name="distance">≥ 0.</param>
    /// <exception cref="DataRejectedException">Not as many numbers as the centres have.</exception>
    public int Nearest(ReadOnlySpan<double> row, out double distance)
    {
        CheckWidth(row.Length);
        (double least, int nearest) = (double.PositiveInfinity, 0);
        for (int cluster = 0; cluster < K; cluster++)
        {
            double squared = Squared(row, cluster);
            if (squared < least)
                (least, nearest) = (squared, cluster);
        }

        distance = Math.Sqrt(least);
        return nearest;
    }

    /// <summary>The squared distance of a row to a centre, summed in the order of the columns as everywhere.</summary>
    internal double Squared(ReadOnlySpan<double> row, int cluster)
    {
        ReadOnlySpan<double> centre = Centre(cluster);
        double sum = 0;
        for (int column = 0; column < centre.Length; column++)
            sum += (row[column] - centre[column]) * (row[column] - centre[column]);
        return sum;
    }

    private void CheckWidth(int width)
    {
        if (width != Width)
            throw new DataRejectedException(new DataProblem { Field = "columns", Value = width.ToString(CultureInfo.InvariantCulture), Message = $"columns, but the centres have {Width}; give the same columns in the same order." });
    }
}
