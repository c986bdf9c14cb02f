#if NET
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
#endif
using CustomerValue.Customers;

namespace CustomerValue.Segmentation.Rules;

/// <summary>A number within a closed range; one that is missing is in none.</summary>
internal sealed class BoundRange(NumberColumn column, double least, double most) : BoundCondition
{
#if NET
    private static readonly ulong[] Spread = [.. Enumerable.Range(0, 256).Select(bits => Enumerable.Range(0, 8).Aggregate(0UL, (word, bit) => word | ((ulong)((bits >> bit) & 1) << (8 * bit))))];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
#endif
    public override void Mark(int start, Span<bool> holds)
    {
        (double from, double to) = (least, most);
        ReadOnlySpan<double> values = column.Values.Slice(start, holds.Length);
        int i = 0;
#if NET
        // Eight rows to a byte of signs, and each sign to a byte.
        ReadOnlySpan<Vector512<double>> wide = MemoryMarshal.Cast<double, Vector512<double>>(values);
        Span<ulong> words = MemoryMarshal.Cast<bool, ulong>(holds);
        Vector512<double> lowest = Vector512.Create(from), highest = Vector512.Create(to);
        for (; i < wide.Length; i++)
            words[i] = Spread[(int)(Vector512.GreaterThanOrEqual(wide[i], lowest) & Vector512.LessThanOrEqual(wide[i], highest)).ExtractMostSignificantBits()];
        i *= 8;
#endif
        for (; i < values.Length; i++)
            holds[i] = values[i] >= from & values[i] <= to;
    }
}
