using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;

namespace CustomerValue.Segmentation;

/// <summary>Quantiles without sorting: the values are counted in buckets, and only buckets that hold a wanted rank are looked into.</summary>
internal static class Quantiles
{
    private const int SortedBelow = 512;

    /// <summary>The inner quantiles k/<paramref name="bins"/> of at least one finite value, by R's type 7, none above the next.</summary>
    public static double[] Inner(ReadOnlySpan<double> values, int bins)
    {
        int[] ranks = new int[2 * (bins - 1)];
        for (int k = 1; k < bins; k++)
        {
            long position = (values.Length - 1L) * k;
            ranks[(2 * k) - 2] = (int)(position / bins);
            ranks[(2 * k) - 1] = (int)((position + bins - 1) / bins);
        }

        double[] found = new double[ranks.Length];
        Select(values, 0, ranks, found);

        double[] quantiles = new double[bins - 1];
        for (int k = 1; k < bins; k++)
        {
            double low = found[(2 * k) - 2], high = found[(2 * k) - 1];
            double part = (values.Length - 1L) * k % bins / (double)bins;
            double quantile = low == high ? low : ((1 - part) * low) + (part * high);
            // Rounding may not turn round two quantiles between the same neighbours.
            quantiles[k - 1] = k > 1 ? Math.Max(quantiles[k - 2], quantile) : quantile;
        }

        return quantiles;
    }

    /// <summary>The value of one rank among at least one finite value; the least has rank 0.</summary>
    public static double AtRank(ReadOnlySpan<double> values, int rank)
    {
        double[] found = new double[1];
        Select(values, 0, [rank], found);
        return found[0];
    }

    /// <summary>Finds the values of some ranks, ascending where there are many values; <paramref name="before"/> smaller values were left out.</summary>
    private static void Select(ReadOnlySpan<double> values, int before, ReadOnlySpan<int> ranks, Span<double> found)
    {
        if (values.Length <= SortedBelow)
        {
            SelectBySorting(values, before, ranks, found);
            return;
        }

        (double least, double most) = Range(values);
        if (least == most)
        {
            found.Fill(least);
            return;
        }

        int buckets = values.Length > 1 << 16 ? 1 << 16 : 1 << 12;
        long first = Key(least);
        int shift = 0;
        while ((ulong)(Key(most) - first) >> shift >= (ulong)buckets)
            shift++;

        int[] counts = ArrayPool<int>.Shared.Rent(buckets);
        Array.Clear(counts, 0, buckets);
        foreach (double value in values)
            counts[(int)((ulong)(Key(value) - first) >> shift)]++;
        SelectInBuckets(values, before, ranks, found, counts.AsSpan(0, buckets), first, shift);
        ArrayPool<int>.Shared.Return(counts);
    }

    private static void SelectInBuckets(ReadOnlySpan<double> values, int before, ReadOnlySpan<int> ranks, Span<double> found, Span<int> counts, long first, int shift)
    {
        // From now on a count becomes the place where the bucket's next value goes, or −1 where no rank is wanted from it.
        List<(int Start, int Length, int Before, int FirstRank, int Ranks)> wanted = [];
        int kept = 0, rank = 0;
        for (int bucket = 0; bucket < counts.Length; bucket++)
        {
            int length = counts[bucket], firstRank = rank;
            while (rank < ranks.Length && ranks[rank] < before + length)
                rank++;
            counts[bucket] = rank > firstRank ? kept : -1;
            if (rank > firstRank)
            {
                wanted.Add((kept, length, before, firstRank, rank - firstRank));
                kept += length;
            }

            before += length;
        }

        double[] inside = ArrayPool<double>.Shared.Rent(kept);
        foreach (double value in values)
        {
            ref int place = ref counts[(int)((ulong)(Key(value) - first) >> shift)];
            if (place >= 0)
                inside[place++] = value;
        }

        foreach ((int start, int length, int smaller, int firstRank, int some) in wanted)
            Select(inside.AsSpan(start, length), smaller, ranks.Slice(firstRank, some), found.Slice(firstRank, some));
        ArrayPool<double>.Shared.Return(inside);
    }

    private static void SelectBySorting(ReadOnlySpan<double> values, int before, ReadOnlySpan<int> ranks, Span<double> found)
    {
        double[] sorted = ArrayPool<double>.Shared.Rent(values.Length);
        values.CopyTo(sorted);
        Array.Sort(sorted, 0, values.Length);
        for (int i = 0; i < ranks.Length; i++)
            found[i] = sorted[ranks[i] - before];
        ArrayPool<double>.Shared.Return(sorted);
    }

    private static (double Least, double Most) Range(ReadOnlySpan<double> values)
    {
        ReadOnlySpan<Vector<double>> wide = MemoryMarshal.Cast<double, Vector<double>>(values);
        Vector<double> wideLeast = new(values[0]), wideMost = wideLeast;
        foreach (Vector<double> some in wide)
        {
            wideLeast = Vector.Min(wideLeast, some);
            wideMost = Vector.Max(wideMost, some);
        }

        double least = values[0], most = least;
        for (int i = 0; i < Vector<double>.Count; i++)
        {
            least = Math.Min(least, wideLeast[i]);
            most = Math.Max(most, wideMost[i]);
        }

        foreach (double value in values.Slice(wide.Length * Vector<double>.Count))
        {
            least = Math.Min(least, value);
            most = Math.Max(most, value);
        }

        return (least, most);
    }

    /// <summary>A whole number in the order of the values; adding zero makes −0 and 0 one.</summary>
    private static long Key(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value + 0.0);
        return bits ^ ((bits >> 63) & long.MaxValue);
    }
}
