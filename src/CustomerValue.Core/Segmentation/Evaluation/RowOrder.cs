using CustomerValue.Customers;
using CustomerValue.Numerics;
using CustomerValue.Segmentation.Clustering;

namespace CustomerValue.Segmentation.Evaluation;

/// <summary>
/// An order of rows that depends on what stands in them, not on where they stand or whose they are, and is otherwise as good as random. Rows
/// that are equal in everything stand together, and which of them comes first makes no difference.
/// </summary>
internal static class RowOrder
{
    private const ulong Prime = 0x9E3779B97F4A7C15UL;

    /// <summary>All rows of a table; the labels, where there are any, tell apart rows that are equal.</summary>
    public static int[] Of(NumericTable table, ReadOnlySpan<int> labels = default)
    {
        ulong[] keys = new ulong[table.Rows];
        for (int column = 0; column < table.Width; column++)
            Join(keys, table[column]);
        for (int row = 0; row < labels.Length; row++)
            keys[row] = Mix(keys[row] ^ (uint)labels[row]);
        return RadixSort.Order(keys, ulong.MaxValue).Rows;
    }

    /// <summary>All rows of a base, by every column that it has.</summary>
    public static int[] Of(CustomerBase customers, ReadOnlySpan<int> labels = default)
    {
        ulong[] keys = new ulong[customers.Count];
        double[] numbers = new double[customers.Count];
        foreach (string name in customers.Columns)
        {
            CustomerColumn column = customers.Column(name)!;
            if (column is TextColumn texts)
            {
                Join(keys, texts);
            }
            else
            {
                column.CopyNumbers(numbers);
                Join(keys, numbers);
            }
        }

        for (int row = 0; row < labels.Length; row++)
            keys[row] = Mix(keys[row] ^ (uint)labels[row]);
        return RadixSort.Order(keys, ulong.MaxValue).Rows;
    }

    /// <summary>At most <paramref name="most"/> of the ordered rows, evenly spread over them, so that what is frequent stays frequent; ascending.</summary>
    public static int[] Sample(int[] ordered, int most)
    {
        if (ordered.Length <= most)
        {
            int[] all = new int[ordered.Length];
            for (int row = 0; row < all.Length; row++)
                all[row] = row;
            return all;
        }

        int[] some = new int[most];
        for (int i = 0; i < most; i++)
            some[i] = ordered[(int)((((2L * i) + 1) * ordered.Length) / (2L * most))];
        Array.Sort(some);
        return some;
    }

    /// <summary>The rows of a table in the order given.</summary>
    public static NumericTable Take(NumericTable table, int[] rows)
    {
        ReadOnlyMemory<double>[] columns = new ReadOnlyMemory<double>[table.Width];
        for (int column = 0; column < columns.Length; column++)
        {
            ReadOnlySpan<double> all = table[column];
            double[] some = new double[rows.Length];
            for (int i = 0; i < rows.Length; i++)
                some[i] = all[rows[i]];
            columns[column] = some;
        }

        return new NumericTable(columns, table.Names);
    }

    private static void Join(ulong[] keys, ReadOnlySpan<double> values)
    {
        for (int row = 0; row < keys.Length; row++)
            keys[row] = Mix(keys[row] + Prime + (ulong)BitConverter.DoubleToInt64Bits(values[row] + 0.0));
    }

    private static void Join(ulong[] keys, TextColumn texts)
    {
        ulong[] hashes = new ulong[texts.Texts.Count + 1];
        for (int code = 0; code < texts.Texts.Count; code++)
        {
            ulong hash = Prime;
            foreach (char letter in texts.Texts[code])
                hash = (hash ^ letter) * 0x100000001B3UL;
            hashes[code + 1] = Mix(hash);
        }

        ReadOnlySpan<int> codes = texts.Codes;
        for (int row = 0; row < keys.Length; row++)
            keys[row] = Mix(keys[row] + Prime + hashes[codes[row] + 1]);
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
