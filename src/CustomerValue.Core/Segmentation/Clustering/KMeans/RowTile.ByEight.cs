#if NET
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CustomerValue.Segmentation.Clustering.KMeans;

/// <content>Sixteen rows at a time in single precision, eight in a vector, against four centres at a time.</content>
internal sealed partial class RowTile
{
    private readonly float[] narrow;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FindByEight(GapSearch search, int groups)
    {
        ref float rows = ref MemoryMarshal.GetArrayDataReference(narrow);
        ref float centres = ref MemoryMarshal.GetArrayDataReference(search.Blocks);
        nuint end = (nuint)narrow.Length;
        int k = search.Blocks.Length / (width + 1);
        for (int group = 0; group < groups; group++)
        {
            (Vector256<float> norm0, Vector256<float> norm1) = Narrow(group, search.Scale);
            Vector256<float> best0 = Vector256.Create(float.PositiveInfinity), best1 = best0, second0 = best0, second1 = best0;
            Vector256<int> at0 = default, at1 = default;
            nuint next = 0;
            for (int which = 0; which < k; which += GapSearch.Block)
            {
                Vector256<float> a0 = Vector256.Create(Unsafe.Add(ref centres, next)), a1 = a0;
                Vector256<float> b0 = Vector256.Create(Unsafe.Add(ref centres, next + 1)), b1 = b0;
                Vector256<float> c0 = Vector256.Create(Unsafe.Add(ref centres, next + 2)), c1 = c0;
                Vector256<float> d0 = Vector256.Create(Unsafe.Add(ref centres, next + 3)), d1 = d0;
                next += GapSearch.Block;
                for (nuint place = 0; place < end; place += Group)
                {
                    Vector256<float> low = Vector256.LoadUnsafe(ref rows, place), high = Vector256.LoadUnsafe(ref rows, place + 8);
                    Vector256<float> a = Vector256.Create(Unsafe.Add(ref centres, next)), b = Vector256.Create(Unsafe.Add(ref centres, next + 1));
                    Vector256<float> c = Vector256.Create(Unsafe.Add(ref centres, next + 2)), d = Vector256.Create(Unsafe.Add(ref centres, next + 3));
                    (a0, a1) = (Vector256.MultiplyAddEstimate(low, a, a0), Vector256.MultiplyAddEstimate(high, a, a1));
                    (b0, b1) = (Vector256.MultiplyAddEstimate(low, b, b0), Vector256.MultiplyAddEstimate(high, b, b1));
                    (c0, c1) = (Vector256.MultiplyAddEstimate(low, c, c0), Vector256.MultiplyAddEstimate(high, c, c1));
                    (d0, d1) = (Vector256.MultiplyAddEstimate(low, d, d0), Vector256.MultiplyAddEstimate(high, d, d1));
                    next += GapSearch.Block;
                }

                Take(a0, which, ref best0, ref second0, ref at0);
                Take(a1, which, ref best1, ref second1, ref at1);
                Take(b0, which + 1, ref best0, ref second0, ref at0);
                Take(b1, which + 1, ref best1, ref second1, ref at1);
                Take(c0, which + 2, ref best0, ref second0, ref at0);
                Take(c1, which + 2, ref best1, ref second1, ref at1);
                Take(d0, which + 3, ref best0, ref second0, ref at0);
                Take(d1, which + 3, ref best1, ref second1, ref at1);
            }

            at0.StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(Nearest), (nuint)(group * Group));
            at1.StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(Nearest), (nuint)(group * Group) + 8);
            uint sure = Gap(search, norm0, best0, second0, group * Group) | (Gap(search, norm1, best1, second1, (group * Group) + 8) << 8);
            for (uint doubt = sure ^ 0xFFFF; doubt != 0; doubt &= doubt - 1)
                FindGapOf((group * Group) + BitOperations.TrailingZeroCount(doubt), search);
        }
    }

    /// <summary>Writes a group's rows in single precision, in parts of the longest distance, and returns the squares of their lengths.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (Vector256<float> Low, Vector256<float> High) Narrow(int group, double scale)
    {
        ref double wide = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(values), group * narrow.Length);
        ref float rows = ref MemoryMarshal.GetArrayDataReference(narrow);
        Vector256<double> times = Vector256.Create(scale);
        Vector256<float> norm0 = default, norm1 = default;
        for (nuint place = 0; place < (nuint)narrow.Length; place += Group)
        {
            Vector256<float> low = Vector256.Narrow(Vector256.LoadUnsafe(ref wide, place) * times, Vector256.LoadUnsafe(ref wide, place + 4) * times);
            Vector256<float> high = Vector256.Narrow(Vector256.LoadUnsafe(ref wide, place + 8) * times, Vector256.LoadUnsafe(ref wide, place + 12) * times);
            low.StoreUnsafe(ref rows, place);
            high.StoreUnsafe(ref rows, place + 8);
            (norm0, norm1) = (Vector256.MultiplyAddEstimate(low, low, norm0), Vector256.MultiplyAddEstimate(high, high, norm1));
        }

        return (norm0, norm1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Take(Vector256<float> score, int which, ref Vector256<float> best, ref Vector256<float> second, ref Vector256<int> at)
    {
        at = Vector256.ConditionalSelect(Vector256.LessThan(score, best).AsInt32(), Vector256.Create(which), at);
        second = Vector256.MinNative(second, Vector256.MaxNative(score, best));
        best = Vector256.MinNative(score, best);
    }

    /// <summary>Writes what eight rows' gaps are at least, and returns a bit for each whose nearest centre is sure. A gap that is no number keeps no row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Gap(GapSearch search, Vector256<float> norm, Vector256<float> best, Vector256<float> second, int row)
    {
        Vector256<float> apart = Vector256.MultiplyAddEstimate(Vector256.Create(search.Part), norm + best, Vector256.Create(search.Least));
        Vector256<float> below = Vector256.Sqrt(norm + second + second - apart), above = Vector256.Sqrt(norm + best + best + apart + apart);
        Vector256<float> gap = below - above - ((below + above) * Vector256.Create(1 - GapSearch.Down));
        gap.StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(Gaps), (nuint)row);
        return Vector256.GreaterThan(second - best, apart).ExtractMostSignificantBits();
    }
}
#endif
