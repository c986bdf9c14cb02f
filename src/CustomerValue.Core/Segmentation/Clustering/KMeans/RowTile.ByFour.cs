#if NET
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace CustomerValue.Segmentation.Clustering.KMeans;

/// <content>Sixteen rows at a time, four in a vector: the same as one by one, to the last bit.</content>
internal sealed partial class RowTile
{
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
                best0 = Vector256.MinNative(sum0, best0);
                best1 = Vector256.MinNative(sum1, best1);
                best2 = Vector256.MinNative(sum2, best2);
                best3 = Vector256.MinNative(sum3, best3);
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

    /// <summary>Adds the columns that come in fours: four rows of four columns are turned on their side, so that a row's part is one addition.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddByFour(double[] sums, int count)
    {
        ref double all = ref MemoryMarshal.GetArrayDataReference(values);
        ref double sum = ref MemoryMarshal.GetArrayDataReference(sums);
        ref int nearest = ref MemoryMarshal.GetArrayDataReference(Nearest);
        int wide = width - (width % 4);
        for (int row = 0; row < count; row += 4)
        {
            ref double some = ref Unsafe.Add(ref all, ((row / Group) * Group * width) + (row % Group));
            int left = count - row;
            int first = Unsafe.Add(ref nearest, row) * width, second = Unsafe.Add(ref nearest, row + 1) * width;
            int third = Unsafe.Add(ref nearest, row + 2) * width, fourth = Unsafe.Add(ref nearest, row + 3) * width;
            for (int column = 0; column < wide; column += 4)
            {
                nuint at = (nuint)(column * Group);
                Vector256<double> a = Vector256.LoadUnsafe(ref some, at), b = Vector256.LoadUnsafe(ref some, at + Group);
                Vector256<double> c = Vector256.LoadUnsafe(ref some, at + (2 * Group)), d = Vector256.LoadUnsafe(ref some, at + (3 * Group));
                Vector256<double> evenLow = Avx.UnpackLow(a, b), evenHigh = Avx.UnpackLow(c, d);
                Vector256<double> oddLow = Avx.UnpackHigh(a, b), oddHigh = Avx.UnpackHigh(c, d);
                Add(ref Unsafe.Add(ref sum, first + column), Avx.Permute2x128(evenLow, evenHigh, 0x20));
                if (left > 1)
                    Add(ref Unsafe.Add(ref sum, second + column), Avx.Permute2x128(oddLow, oddHigh, 0x20));
                if (left > 2)
                    Add(ref Unsafe.Add(ref sum, third + column), Avx.Permute2x128(evenLow, evenHigh, 0x31));
                if (left > 3)
                    Add(ref Unsafe.Add(ref sum, fourth + column), Avx.Permute2x128(oddLow, oddHigh, 0x31));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(ref double sum, Vector256<double> row) => (Vector256.LoadUnsafe(ref sum) + row).StoreUnsafe(ref sum);
}
#endif
