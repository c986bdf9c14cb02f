#if NET
using System.Runtime.CompilerServices;
#endif
using CustomerValue.Customers;

namespace CustomerValue.Segmentation.Rules;

/// <summary>A number within a closed range; one that is missing is in none.</summary>
internal sealed class BoundRange(NumberColumn column, double least, double most) : BoundCondition
{
#if NET
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
#endif
    public override void Mark(int start, Span<bool> holds)
    {
        (double from, double to) = (least, most);
        ReadOnlySpan<double> values = column.Values.Slice(start, holds.Length);
        for (int i = 0; i < values.Length; i++)
            holds[i] = values[i] >= from & values[i] <= to;
    }
}
