using System.Runtime.InteropServices;

namespace CustomerValue.Segmentation.Rules;

/// <summary>A condition that does not hold.</summary>
internal sealed class BoundNot(BoundCondition condition) : BoundCondition
{
    public override void Mark(int start, Span<bool> holds)
    {
        condition.Mark(start, holds);
        Span<ulong> words = MemoryMarshal.Cast<bool, ulong>(holds);
        for (int i = 0; i < words.Length; i++)
            words[i] ^= 0x0101010101010101UL;
        for (int i = 8 * words.Length; i < holds.Length; i++)
            holds[i] = !holds[i];
    }
}
