namespace CustomerValue.Segmentation.Clustering;

/// <summary>Rows in an order that follows from their contents alone, by a hash of them, and the distinct ones among them: neither names nor places of rows show.</summary>
internal sealed class ContentRows
{
    private readonly IReadOnlyList<double[]> columns;

    public ContentRows(IReadOnlyList<double[]> columns)
    {
        this.columns = columns;
        int rows = columns[0].Length;
        ulong[] hashes = new ulong[rows];
        Order = new int[rows];
        for (int row = 0; row < rows; row++)
            (hashes[row], Order[row]) = (Hash(row), row);
        Array.Sort(hashes, Order);
        List<int> firsts = [];
        for (int from = 0, to; from < rows; from = to)
        {
            bool same = true;
            for (to = from + 1; to < rows && hashes[to] == hashes[from]; to++)
                same &= Compare(Order[from], Order[to]) == 0;
            // Different rows of one hash still need an order of their own.
            if (!same)
                Array.Sort(Order, from, to - from, Comparer<int>.Create(Compare));
            for (int i = from; i < to; i++)
            {
                if (i == from || Compare(Order[i - 1], Order[i]) != 0)
                    firsts.Add(i);
            }
        }

        Firsts = [.. firsts];
    }

    /// <summary>The rows in their order.</summary>
    public int[] Order { get; }

    /// <summary>Where in the order each distinct content begins.</summary>
    public int[] Firsts { get; }

    /// <summary>How many rows have a distinct content.</summary>
    public int Weight(int distinct) => (distinct + 1 < Firsts.Length ? Firsts[distinct + 1] : Order.Length) - Firsts[distinct];

    /// <summary>A row of a distinct content.</summary>
    public int Row(int distinct) => Order[Firsts[distinct]];

    /// <summary>64 bits that follow from a key and a number.</summary>
    public static ulong Mixed(ulong key, ulong bits)
    {
        ulong z = (key ^ bits) + 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    /// <summary>The hash of a row's contents.</summary>
    public ulong Hash(int row)
    {
        ulong key = 0;
        foreach (double[] column in columns)
            key = Mixed(key, (ulong)BitConverter.DoubleToInt64Bits(column[row] == 0 ? 0 : column[row]));
        return key;
    }

    private int Compare(int one, int other)
    {
        foreach (double[] column in columns)
        {
            int compared = column[one].CompareTo(column[other]);
            if (compared != 0)
                return compared;
        }

        return 0;
    }
}
