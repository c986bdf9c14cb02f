using System.Buffers;

namespace CustomerValue.Numerics;

/// <summary>
/// Remembers the quantiles of a count per (frequency, age) while columns are scored. A quantile never falls as the level rises, so two
/// levels with the same small answer answer for all between them. A direct-mapped table from shared pools.
/// </summary>
internal readonly struct QuantileMemo : IDisposable
{
    /// <summary>Answers 0…7 are kept: larger ones are rare, or their customers are.</summary>
    private const int Answers = 8, FewestBits = 4, MostBits = 13;

    private readonly (int Frequency, double Age)[] keys;

    /// <summary>For each key and answer the least and the greatest level it is known of.</summary>
    private readonly double[] levels;
    private readonly int bits;

    public QuantileMemo(int customers)
    {
        bits = FewestBits;
        while (bits < MostBits && 1 << bits < 4L * customers)
            bits++;
        keys = ArrayPool<(int, double)>.Shared.Rent(1 << bits);
        levels = ArrayPool<double>.Shared.Rent(2 * Answers << bits);
        // −1 is no frequency, so an empty entry never answers.
        for (int i = 0; i < 1 << bits; i++)
            keys[i].Frequency = -1;
    }

    /// <summary>The answer kept for this level, or the slot where it belongs.</summary>
    public bool TryGet(int frequency, double age, double level, out int slot, out int answer)
    {
        ulong hash = ((ulong)BitConverter.DoubleToInt64Bits(age) ^ ((ulong)(uint)frequency << 32) ^ (uint)frequency) * 0x9E3779B97F4A7C15UL;
        slot = (int)(hash >> (64 - bits));
        Span<double> known = Known(slot);
        if (keys[slot].Frequency != frequency || keys[slot].Age != age)
        {
            keys[slot] = (frequency, age);
            for (int i = 0; i < known.Length; i += 2)
                (known[i], known[i + 1]) = (double.PositiveInfinity, double.NegativeInfinity);
        }

        for (answer = 0; answer < Answers; answer++)
        {
            if (level <= known[(2 * answer) + 1])
                return level >= known[2 * answer];
        }

        return false;
    }

    /// <summary>Keeps an answer in the slot that <see cref="TryGet"/> named.</summary>
    public void Keep(int slot, double level, int answer)
    {
        if (answer >= Answers)
            return;
        Span<double> known = Known(slot);
        known[2 * answer] = Math.Min(known[2 * answer], level);
        known[(2 * answer) + 1] = Math.Max(known[(2 * answer) + 1], level);
    }

    public void Dispose()
    {
        ArrayPool<(int, double)>.Shared.Return(keys);
        ArrayPool<double>.Shared.Return(levels);
    }

    private Span<double> Known(int slot) => levels.AsSpan(slot * 2 * Answers, 2 * Answers);
}
