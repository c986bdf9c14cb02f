#if NET
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
#endif

namespace CustomerValue.Segmentation.Clustering.KMeans;

/// <summary>
/// A few rows in the cache of a processor, in groups of 16: a group has 16 values of its first column, then 16 of the next, and so on.
/// Finds the nearest centre of each row. Memory of one worker.
/// </summary>
internal sealed partial class RowTile
{
    /// <summary>Rows of a full tile.</summary>
    public const int Rows = 128;

    private const int Group = 16;
    private readonly NumericTable table;
    private readonly double[] origin;
    private readonly double[] values;
    private readonly int[] picked = new int[Rows];
    private readonly int width;

    /// <summary>Makes a tile for rows of a table, each less <paramref name="origin"/>, so that columns far from 0 lose no digits in sums.</summary>
    public RowTile(NumericTable table, double[] origin)
    {
        (this.table, this.origin, width) = (table, origin, table.Width);
        values = new double[Rows * width];
#if NET
        narrow = new float[Group * width];
#endif
    }

    /// <summary>The nearest centre of each row; the first of several that are equally near.</summary>
    public int[] Nearest { get; } = new int[Rows];

    /// <summary>The squared distance of each row to its nearest centre.</summary>
    public double[] Squared { get; } = new double[Rows];

    /// <summary>How much farther each row is at least from its second nearest centre than from its nearest, in parts of the longest distance; negative or no number where nothing is sure.</summary>
    public float[] Gaps { get; } = new float[Rows];

    /// <summary>Rows of the table that are to be taken in; memory for the caller.</summary>
    public int[] Open { get; } = new int[Rows];

    /// <summary>The labels of the first <paramref name="count"/> rows of <see cref="Open"/>.</summary>
    public ReadOnlySpan<int> Pick(int[] labels, int count)
    {
        for (int i = 0; i < count; i++)
            picked[i] = labels[Open[i]];
        return picked.AsSpan(0, count);
    }

    /// <summary>Rows of the tile whose centre is another than before; memory for the caller.</summary>
    public int[] Changed { get; } = new int[Rows];

    /// <summary>Takes in the first <paramref name="count"/> rows of <see cref="Open"/>.</summary>
#if NET
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
#endif
    public void Gather(int count)
    {
        for (int column = 0; column < width; column++)
        {
            ReadOnlySpan<double> some = table[column];
            double zero = origin[column];
            for (int i = 0; i < count; i++)
                values[((i / Group) * Group * width) + (column * Group) + (i % Group)] = some[Open[i]] - zero;
        }
    }

    /// <summary>Takes in rows [from, from + count), count ≤ <see cref="Rows"/>.</summary>
#if NET
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
#endif
    public unsafe void Load(int from, int count)
    {
        for (int column = 0; column < width; column++)
        {
            ReadOnlySpan<double> some = table[column].Slice(from, count);
            double zero = origin[column];
            int row = 0;
            for (int at = column * Group; row + Group <= count; at += Group * width, row += Group)
            {
#if NET
                Vector256<double> less = Vector256.Create(zero);
                ref double source = ref Unsafe.Add(ref MemoryMarshal.GetReference(some), row);
                ref double target = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(values), at);
                if (Sse.IsSupported)
                {
                    // A hint, which may point anywhere.
                    Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref source, Rows)));
                    Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref source, Rows + 8)));
                }

                (Vector256.LoadUnsafe(ref source) - less).StoreUnsafe(ref target);
                (Vector256.LoadUnsafe(ref source, 4) - less).StoreUnsafe(ref target, 4);
                (Vector256.LoadUnsafe(ref source, 8) - less).StoreUnsafe(ref target, 8);
                (Vector256.LoadUnsafe(ref source, 12) - less).StoreUnsafe(ref target, 12);
#else
                for (int i = 0; i < Group; i++)
                    values[at + i] = some[row + i] - zero;
#endif
            }

            // What is left of a group before stays in its other places; nobody looks at those.
            for (int at = (row * width) + (column * Group); row < count; row++, at++)
                values[at] = some[row] - zero;
        }
    }

    /// <summary>Finds the nearest of the centres, which stand one after the other, and its squared distance for the first <paramref name="count"/> rows.</summary>
    public void Find(double[] centres, int count)
    {
#if NET
        FindByFour(centres, (count + Group - 1) / Group);
#else
        FindOneByOne(centres, count);
#endif
    }

    /// <summary>Finds the same centres, with gaps in place of distances.</summary>
    public void FindGaps(GapSearch search, int count)
    {
#if NET
        FindByEight(search, (count + Group - 1) / Group);
#else
        for (int row = 0; row < count; row++)
            FindGapOf(row, search);
#endif
    }

    /// <summary>The same as four at a time, to the last bit: sums run over columns in the same order, and nothing is fused.</summary>
    internal void FindOneByOne(double[] centres, int count)
    {
        for (int row = 0; row < count; row++)
            FindOne(row, centres);
    }

    private void FindGapOf(int row, GapSearch search)
    {
        double gap = (FindOne(row, search.Centres) * search.Scale) - search.Slack;
        Gaps[row] = (float)gap * GapSearch.Down;
    }

    /// <summary>How much farther the second nearest centre is than the nearest.</summary>
#if NET
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
#endif
    private double FindOne(int row, double[] centres)
    {
        int start = ((row / Group) * Group * width) + (row % Group);
        double best = double.PositiveInfinity, second = best;
        int nearest = 0;
        for (int centre = 0, from = 0; from < centres.Length; centre++, from += width)
        {
            double sum = 0;
            for (int column = 0, at = start; column < width; column++, at += Group)
            {
                double apart = values[at] - centres[from + column];
                sum += apart * apart;
            }

            second = Math.Min(second, Math.Max(sum, best));
            if (sum < best)
                (best, nearest) = (sum, centre);
        }

        (Nearest[row], Squared[row]) = (nearest, best);
        return Math.Sqrt(second) - Math.Sqrt(best);
    }
}
