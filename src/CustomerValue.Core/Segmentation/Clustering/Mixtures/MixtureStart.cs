using CustomerValue.Numerics;

namespace CustomerValue.Segmentation.Clustering.Mixtures;

/// <summary>
/// Centres to start from, as k-means++ draws them (Arthur &amp; Vassilvitskii 2007): each with a chance in proportion to the squared distance
/// from the nearest drawn before, columns measured in their standard deviations. A row's luck hangs on its content, so that the order of rows
/// changes nothing, and equal rows are one row of their summed weight.
/// </summary>
internal sealed class MixtureStart
{
    /// <summary>Of more distinct rows than about so many, those are taken that their content picks.</summary>
    private const int Sample = 1 << 16;

    private readonly double[][] points;
    private readonly double[] weights;
    private readonly ulong[] hashes;
    private readonly double[] spreads;

    public MixtureStart(MixtureRows rows, double[] variances, int atLeast)
    {
        spreads = Array.ConvertAll(variances, variance => variance > 0 ? Math.Sqrt(variance) : 1);
        SortedDictionary<ulong, (double[] Point, double Weight)> distinct = Pick(rows, variances, rows.Table.Rows <= Sample ? ulong.MaxValue : (ulong)(ulong.MaxValue * ((double)Sample / rows.Table.Rows)));
        if (distinct.Count < atLeast)
            distinct = Pick(rows, variances, ulong.MaxValue);
        hashes = [.. distinct.Keys];
        points = [.. distinct.Values.Select(row => row.Point)];
        weights = [.. distinct.Values.Select(row => row.Weight)];
    }

    /// <summary>How many distinct rows there are to start from.</summary>
    public int Distinct => points.Length;

    /// <summary>The distinct rows with their weights.</summary>
    public MixtureRows Rows(NumericTable table, int workers) =>
        new(new NumericTable([.. Enumerable.Range(0, table.Width).Select(j => (ReadOnlyMemory<double>)Array.ConvertAll(points, point => point[j]))], table.Names), weights, workers);

    /// <summary>Draws centres.</summary>
    public double[][] Draw(int count, long seed, int start)
    {
        double[][] centres = new double[count][];
        double[] nearest = new double[points.Length];
        for (int centre = 0; centre < count; centre++)
        {
            int first = -1;
            double least = double.PositiveInfinity;
            for (int i = 0; i < points.Length; i++)
            {
                double chance = centre == 0 ? weights[i] : weights[i] * nearest[i];
                // The race of exponential clocks: the first to ring is drawn in proportion to its chance.
                double time = chance > 0 ? new RandomStream(seed ^ (long)hashes[i], start, centre, 0).Exponential() / chance : double.PositiveInfinity;
                if (time < least)
                    (first, least) = (i, time);
            }

            // No row is left but for rounding; a fit finds that the component has nothing.
            centres[centre] = points[Math.Max(first, 0)];
            for (int i = 0; i < points.Length; i++)
            {
                double distance = Distance(points[i], centres[centre]);
                nearest[i] = centre == 0 ? distance : Math.Min(nearest[i], distance);
            }
        }

        return centres;
    }

    private double Distance(double[] a, double[] b)
    {
        double sum = 0;
        for (int j = 0; j < a.Length; j++)
            sum += (a[j] - b[j]) / spreads[j] * ((a[j] - b[j]) / spreads[j]);
        return sum;
    }

    private static SortedDictionary<ulong, (double[] Point, double Weight)> Pick(MixtureRows rows, double[] variances, ulong below)
    {
        SortedDictionary<ulong, (double[] Point, double Weight)> picked = [];
        NumericTable table = rows.Table;
        ReadOnlySpan<double> given = rows.Weights.Span;
        for (int row = 0; row < table.Rows; row++)
        {
            ulong hash = 0;
            for (int j = 0; j < table.Width; j++)
            {
                // A constant column must not change a draw.
                if (variances[j] == 0)
                    continue;
                // Adding zero makes −0 and 0 one.
                hash = (hash ^ (ulong)BitConverter.DoubleToInt64Bits(table[j][row] + 0.0)) * 0x9E3779B97F4A7C15UL;
                hash = (hash ^ (hash >> 29)) * 0xBF58476D1CE4E5B9UL;
                hash ^= hash >> 32;
            }

            double weight = given.IsEmpty ? 1 : given[row];
            if (hash > below || weight == 0)
                continue;
            if (picked.TryGetValue(hash, out (double[] Point, double Weight) same))
            {
                picked[hash] = (same.Point, same.Weight + weight);
                continue;
            }

            double[] point = new double[table.Width];
            for (int j = 0; j < point.Length; j++)
                point[j] = table[j][row];
            picked.Add(hash, (point, weight));
        }

        return picked;
    }
}
