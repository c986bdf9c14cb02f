#if NET
using System.Runtime.CompilerServices;
#endif

namespace CustomerValue.Segmentation.Rules;

/// <summary>A condition that does not hold.</summary>
internal sealed class BoundNot(BoundCondition condition) : BoundCondition
{
#if NET
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
#endif
    public override void Mark(int start, Span<bool> holds)
    {
        condition.Mark(start, holds);
        for (int i = 0; i < holds.Length; i++)
            holds[i] = !holds[i];
    }
}
