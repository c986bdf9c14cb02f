using System.Buffers;
using System.Runtime.InteropServices;

namespace CustomerValue.Segmentation.Rules;

/// <summary>A condition over the columns of one base, marking many rows at once.</summary>
internal abstract class BoundCondition
{
    /// <summary>Writes for each row from <paramref name="start"/> whether the condition holds.</summary>
    public abstract void Mark(int start, Span<bool> holds);

    /// <summary>Marks where all of some conditions hold, or any; stops where the rest can't change anything.</summary>
    private protected static void Join(BoundCondition[] conditions, int start, Span<bool> holds, bool isAll)
    {
        if (conditions.Length == 0)
        {
            holds.Fill(isAll);
            return;
        }

        conditions[0].Mark(start, holds);
        if (conditions.Length == 1)
            return;
        bool[] rented = ArrayPool<bool>.Shared.Rent(holds.Length);
        Span<bool> next = rented.AsSpan(0, holds.Length);
        for (int i = 1; i < conditions.Length && holds.IndexOf(isAll) >= 0; i++)
        {
            conditions[i].Mark(start, next);
            if (isAll)
                And(holds, next);
            else
                Or(holds, next);
        }

        ArrayPool<bool>.Shared.Return(rented);
    }

    /// <summary>Eight rows at a time: each is a byte that is 0 or 1.</summary>
    private static void And(Span<bool> holds, ReadOnlySpan<bool> next)
    {
        Span<ulong> words = MemoryMarshal.Cast<bool, ulong>(holds);
        ReadOnlySpan<ulong> others = MemoryMarshal.Cast<bool, ulong>(next);
        for (int i = 0; i < words.Length; i++)
            words[i] &= others[i];
        for (int i = 8 * words.Length; i < holds.Length; i++)
            holds[i] &= next[i];
    }

    private static void Or(Span<bool> holds, ReadOnlySpan<bool> next)
    {
        Span<ulong> words = MemoryMarshal.Cast<bool, ulong>(holds);
        ReadOnlySpan<ulong> others = MemoryMarshal.Cast<bool, ulong>(next);
        for (int i = 0; i < words.Length; i++)
            words[i] |= others[i];
        for (int i = 8 * words.Length; i < holds.Length; i++)
            holds[i] |= next[i];
    }
}
