#if NET
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
#endif

namespace CustomerValue.PotentialValue.Recommendation;

/// <summary>Products of rows with rows: what Cholesky, its inverse and scores are made of. Four sums a pair, joined at the end: vectors and single numbers give the same bits.</summary>
internal static class RowDots
{
    /// <summary>target_ij = Σ_k a_ik b_jk for rows i of a and j of b, k in [0, length).</summary>
    public static void Multiply(double[] a, int aStart, int aStride, int aRows, double[] b, int bStart, int bStride, int bRows, int length, double[] target, int targetStride)
    {
        for (int i = 0; i < aRows; i += 4)
        {
            int rows = Math.Min(4, aRows - i);
            for (int j = 0; j < bRows; j += 2)
            {
                int columns = Math.Min(2, bRows - j);
#if NET
                if (rows == 4 && columns == 2 && Vector256.IsHardwareAccelerated)
                {
                    FourByTwo(ref a[aStart + (i * aStride)], aStride, ref b[bStart + (j * bStride)], bStride, length, ref target[(i * targetStride) + j], targetStride);
                    continue;
                }
#endif
                for (int row = i; row < i + rows; row++)
                {
                    for (int column = j; column < j + columns; column++)
                        target[(row * targetStride) + column] = Dot(a.AsSpan(aStart + (row * aStride), length), b.AsSpan(bStart + (column * bStride), length));
                }
            }
        }
    }

    /// <summary>Σ a_k b_k, every fourth in one sum.</summary>
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum0 = 0, sum1 = 0, sum2 = 0, sum3 = 0;
        int k = 0;
        for (; k + 4 <= a.Length; k += 4)
        {
            sum0 += a[k] * b[k];
            sum1 += a[k + 1] * b[k + 1];
            sum2 += a[k + 2] * b[k + 2];
            sum3 += a[k + 3] * b[k + 3];
        }

        double sum = (sum0 + sum2) + (sum1 + sum3);
        for (; k < a.Length; k++)
            sum += a[k] * b[k];
        return sum;
    }

    /// <summary>target += row.</summary>
    public static void Add(ReadOnlySpan<double> row, Span<double> target)
    {
        int k = 0;
#if NET
        ref double from = ref MemoryMarshal.GetReference(row);
        ref double to = ref MemoryMarshal.GetReference(target);
        for (; k + 4 <= row.Length; k += 4)
            (Vector256.LoadUnsafe(ref to, (nuint)k) + Vector256.LoadUnsafe(ref from, (nuint)k)).StoreUnsafe(ref to, (nuint)k);
#endif
        for (; k < row.Length; k++)
            target[k] += row[k];
    }

#if NET
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FourByTwo(ref double a, int aStride, ref double b, int bStride, int length, ref double target, int targetStride)
    {
        ref double a1 = ref Unsafe.Add(ref a, aStride);
        ref double a2 = ref Unsafe.Add(ref a1, aStride);
        ref double a3 = ref Unsafe.Add(ref a2, aStride);
        ref double b1 = ref Unsafe.Add(ref b, bStride);
        Vector256<double> s00 = default, s01 = default, s10 = default, s11 = default, s20 = default, s21 = default, s30 = default, s31 = default;
        int whole = length - (length % 4);
        for (nuint k = 0; k < (nuint)whole; k += 4)
        {
            Vector256<double> left = Vector256.LoadUnsafe(ref b, k), right = Vector256.LoadUnsafe(ref b1, k);
            Vector256<double> row = Vector256.LoadUnsafe(ref a, k);
            s00 += row * left;
            s01 += row * right;
            row = Vector256.LoadUnsafe(ref a1, k);
            s10 += row * left;
            s11 += row * right;
            row = Vector256.LoadUnsafe(ref a2, k);
            s20 += row * left;
            s21 += row * right;
            row = Vector256.LoadUnsafe(ref a3, k);
            s30 += row * left;
            s31 += row * right;
        }

        Finish(s00, s01, ref a, ref b, ref b1, whole, length, ref target);
        Finish(s10, s11, ref a1, ref b, ref b1, whole, length, ref Unsafe.Add(ref target, targetStride));
        Finish(s20, s21, ref a2, ref b, ref b1, whole, length, ref Unsafe.Add(ref target, 2 * targetStride));
        Finish(s30, s31, ref a3, ref b, ref b1, whole, length, ref Unsafe.Add(ref target, 3 * targetStride));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Finish(Vector256<double> first, Vector256<double> second, ref double a, ref double b, ref double b1, int whole, int length, ref double target)
    {
        double left = (first[0] + first[2]) + (first[1] + first[3]), right = (second[0] + second[2]) + (second[1] + second[3]);
        for (int k = whole; k < length; k++)
        {
            left += Unsafe.Add(ref a, k) * Unsafe.Add(ref b, k);
            right += Unsafe.Add(ref a, k) * Unsafe.Add(ref b1, k);
        }

        target = left;
        Unsafe.Add(ref target, 1) = right;
    }
#endif
}
