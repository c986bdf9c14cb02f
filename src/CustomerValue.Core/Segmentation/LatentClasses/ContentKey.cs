using CustomerValue.Numerics;

namespace CustomerValue.Segmentation.LatentClasses;

/// <summary>One number a row that orders rows by what is in their columns, the first column first. Where the number would overflow, rows are ranked and it starts again from the rank.</summary>
internal sealed class ContentKey
{
    private readonly ulong[] keys;
    private ulong bound = 1;

    public ContentKey(int rows) => keys = new ulong[rows];

    /// <summary>Appends codes in [0, <paramref name="count"/>).</summary>
    public void Append(int[] codes, int count)
    {
        if (bound > long.MaxValue / (ulong)count)
            Compress();
        for (int row = 0; row < keys.Length; row++)
            keys[row] = (keys[row] * (ulong)count) + (uint)codes[row];
        bound *= (ulong)count;
    }

    /// <summary>Appends the numbers that a column has in <paramref name="rows"/>.</summary>
    public void Append(ReadOnlySpan<double> column, int[] rows)
    {
        double[] values = new double[rows.Length];
        int[] order = new int[rows.Length];
        for (int i = 0; i < rows.Length; i++)
            (values[i], order[i]) = (column[rows[i]], i);
        Array.Sort(values, order);
        int[] ranks = new int[rows.Length];
        int rank = 0;
        for (int i = 0; i < order.Length; i++)
        {
            rank += i > 0 && values[i] != values[i - 1] ? 1 : 0;
            ranks[order[i]] = rank;
        }

        Append(ranks, rank + 1);
    }

    /// <summary>The rows in order, and where in it each distinct content begins.</summary>
    public int[] Order(out int[] firsts)
    {
        (ulong[] sorted, int[] order) = RadixSort.Order(keys, bound - 1);
        List<int> starts = [];
        for (int i = 0; i < sorted.Length; i++)
        {
            if (i == 0 || sorted[i] != sorted[i - 1])
                starts.Add(i);
        }

        firsts = [.. starts];
        return order;
    }

    private void Compress()
    {
        int[] order = Order(out int[] firsts);
        for (int rank = 0; rank < firsts.Length; rank++)
        {
            for (int i = firsts[rank]; i < (rank + 1 < firsts.Length ? firsts[rank + 1] : order.Length); i++)
                keys[order[i]] = (uint)rank;
        }

        bound = (uint)firsts.Length;
    }
}
