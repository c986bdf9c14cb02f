#if NET
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
#endif

namespace CustomerValue.Segmentation.Clustering.KMeans;

/// <summary>
/// A few rows in the cache of a processor, in groups of 16: a group has 16 values of its first column, then 16 of the next, and so on.
/// Finds the nearest centre of each row. Memory of one worker.
/// </summary>
internal sealed class RowTile
{
    /// <summary>Rows of a full tile.</summary>
    public const int Rows = 256;

    private const int Group = 16;
    private readonly NumericTable table;
    private readonly double[] origin;
    private readonly double[] values;
    private readonly int width;

    /// <summary>Makes a tile for rows of a table, each less <paramref name="origin"/>, so that columns far from 0 lose no digits in sums.</summary>
    public RowTile(NumericTable table, double[] origin)
    {
        (this.table, this.origin, width) = (table, origin, table.Width);
        values = new double[Rows * width];
    }

    /// <summary>The nearest centre of each row; the first of several that are equally near.</summary>
    public int[] Nearest { get; } = new int[Rows];

    /// <summary>The squared distance of each row to its nearest centre.</summary>
    public double[] Squared { get; } = new double[Rows];

    /// <summary>Takes in rows [from, from + count), count ≤ <see cref="Rows"/>.</summary>
    public void Load(int from, int count)
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

    /// <summary>Adds each row to the sums of its nearest centre.</summary>
    public void AddTo(double[] sums, int[] counts, int count)
    {
        for (int row = 0; row < count; row++)
        {
            int centre = Nearest[row];
            counts[centre]++;
            int sum = centre * width;
            int at = ((row / Group) * Group * width) + (row % Group);
            for (int column = 0; column < width; column++, at += Group)
                sums[sum + column] += values[at];
        }
    }

    /// <summary>Finds the nearest of the centres, which stand one after the other, for the first <paramref name="count"/> rows.</summary>
    public void Find(double[] centres, int count)
    {
#if NET
        FindByFour(centres, (count + Group - 1) / Group);
#else
        FindOneByOne(centres, count);
#endif
    }

    /// <summary>The same as four at a time, to the last bit: sums run over columns in the same order, and nothing is fused.</summary>
    internal void FindOneByOne(double[] centres, int count)
    {
        for (int row = 0; row < count; row++)
        {
            int start = ((row / Group) * Group * width) + (row % Group);
            double best = double.PositiveInfinity;
            int nearest = 0;
            for (int centre = 0, from = 0; from < centres.Length; centre++, from += width)
            {
                double sum = 0;
                for (int column = 0, at = start; column < width; column++, at += Group)
                {
                    double apart = values[at] - centres[from + column];
                    sum += apart * apart;
                }

                if (sum < best)
                    (best, nearest) = (sum, centre);
            }

            (Nearest[row], Squared[row]) = (nearest, best);
        }
    }

#if NET
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FindByFour(double[] centres, int groups)
    {
        ref double all = ref MemoryMarshal.GetArrayDataReference(values);
        ref double centre = ref MemoryMarshal.GetArrayDataReference(centres);
        int k = centres.Length / width;
        for (int group = 0; group < groups; group++)
        {
            ref double some = ref Unsafe.Add(ref all, group * Group * width);
            Vector256<double> best0 = Vector256.Create(double.PositiveInfinity), best1 = best0, best2 = best0, best3 = best0;
            Vector256<long> at0 = default, at1 = default, at2 = default, at3 = default;
            nuint next = 0;
            for (long which = 0; which < k; which++)
            {
                Vector256<double> sum0 = default, sum1 = default, sum2 = default, sum3 = default;
                nuint place = 0;
                for (int column = 0; column < width; column++)
                {
                    Vector256<double> value = Vector256.Create(Unsafe.Add(ref centre, next++));
                    Vector256<double> apart0 = Vector256.LoadUnsafe(ref some, place) - value;
                    Vector256<double> apart1 = Vector256.LoadUnsafe(ref some, place + 4) - value;
                    Vector256<double> apart2 = Vector256.LoadUnsafe(ref some, place + 8) - value;
                    Vector256<double> apart3 = Vector256.LoadUnsafe(ref some, place + 12) - value;
                    sum0 += apart0 * apart0;
                    sum1 += apart1 * apart1;
                    sum2 += apart2 * apart2;
                    sum3 += apart3 * apart3;
                    place += Group;
                }

                Vector256<long> index = Vector256.Create(which);
                at0 = Vector256.ConditionalSelect(Vector256.LessThan(sum0, best0).AsInt64(), index, at0);
                at1 = Vector256.ConditionalSelect(Vector256.LessThan(sum1, best1).AsInt64(), index, at1);
                at2 = Vector256.ConditionalSelect(Vector256.LessThan(sum2, best2).AsInt64(), index, at2);
                at3 = Vector256.ConditionalSelect(Vector256.LessThan(sum3, best3).AsInt64(), index, at3);
                best0 = Vector256.Min(sum0, best0);
                best1 = Vector256.Min(sum1, best1);
                best2 = Vector256.Min(sum2, best2);
                best3 = Vector256.Min(sum3, best3);
            }

            ref int nearest = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Nearest), group * Group);
            Vector256.Narrow(at0, at1).StoreUnsafe(ref nearest);
            Vector256.Narrow(at2, at3).StoreUnsafe(ref nearest, 8);
            ref double squared = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Squared), group * Group);
            best0.StoreUnsafe(ref squared);
            best1.StoreUnsafe(ref squared, 4);
            best2.StoreUnsafe(ref squared, 8);
            best3.StoreUnsafe(ref squared, 12);
        }
    }
#endif
}
