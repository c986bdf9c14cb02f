namespace CustomerValue.Segmentation.Clustering.KMeans;

/// <summary>
/// The distinct rows of a table, or of a part of a large one that is drawn by content, in an order that follows from their contents: what
/// starts are drawn from, so that neither the order nor the names of customers change anything. Equal rows are one, with their number as weight.
/// </summary>
internal sealed class DistinctRows
{
    /// <summary>About so many rows of a larger table are taken.</summary>
    private const int Enough = 1 << 17;

    private DistinctRows(NumericTable table, List<int> rows, List<int> weights, double[] origin)
    {
        int width = table.Width;
        (Rows, Weights) = (rows, weights);
        Values = new double[rows.Count * width];
        for (int column = 0; column < width; column++)
        {
            ReadOnlySpan<double> values = table[column];
            for (int i = 0; i < rows.Count; i++)
                Values[(i * width) + column] = values[rows[i]] - origin[column];
        }
    }

    /// <summary>A row of the table for each.</summary>
    public IReadOnlyList<int> Rows { get; }

    /// <summary>How many rows of the table are equal to it, itself included.</summary>
    public IReadOnlyList<int> Weights { get; }

    /// <summary>The values less the origin, row after row.</summary>
    public double[] Values { get; }

    /// <summary>At least <paramref name="k"/> distinct rows where there are as many.</summary>
    public static DistinctRows Of(NumericTable table, double[] origin, int k, int enough = Enough)
    {
        DistinctRows some = Of(table, origin, table.Rows <= enough ? ulong.MaxValue : (ulong)(ulong.MaxValue * (enough / (double)table.Rows)));
        return some.Rows.Count >= k || table.Rows <= enough ? some : Of(table, origin, ulong.MaxValue);
    }

    private static DistinctRows Of(NumericTable table, double[] origin, ulong most)
    {
        List<ulong> hashes = [];
        List<int> rows = [];
        for (int row = 0; row < table.Rows; row++)
        {
            ulong hash = RowContents.Hash(table, row);
            if (hash > most)
                continue;
            hashes.Add(hash);
            rows.Add(row);
        }

        ulong[] keys = [.. hashes];
        int[] places = [.. rows];
        Array.Sort(keys, places);
        List<int> distinct = [], weights = [];
        for (int i = 0; i < places.Length; i++)
        {
            if (i > 0 && keys[i] == keys[i - 1])
            {
                weights[weights.Count - 1]++;
                continue;
            }

            distinct.Add(places[i]);
            weights.Add(1);
        }

        return new DistinctRows(table, distinct, weights, origin);
    }
}
