namespace CustomerValue.InfluenceValue.Attribution;

/// <summary>
/// <see cref="ExactShares.Split"/> in whole numbers: the same parts, or none where whole numbers can't tell them for sure. Fractions are held in units of 2⁻⁶³,
/// each at most one too small, so a remainder is wrong by little more than the number of units split: what is nearer than that isn't decided here.
/// </summary>
internal static class WholeShares
{
    /// <summary>The most units that are split: at 2⁴⁵ remainders are still known to 2⁻¹⁷.</summary>
    public const long MostUnits = 1L << 45;

    /// <summary>The most parts.</summary>
    public const int MostParts = 64;

    private const ulong Whole = 1UL << 63;

    /// <summary>Fractions in [0, 1] in units of 2⁻⁶³.</summary>
    public static void Scale(ReadOnlySpan<decimal> fractions, Span<ulong> scaled)
    {
        for (int i = 0; i < fractions.Length; i++)
            scaled[i] = fractions[i] >= 1 ? Whole : (ulong)(fractions[i] * Whole);
    }

    /// <summary>Splits whole units, ≥ 0 and ≤ <see cref="MostUnits"/>; false where that takes more digits.</summary>
    public static bool TrySplit(long units, ReadOnlySpan<ulong> fractions, Span<long> parts)
    {
        Span<ulong> remainders = stackalloc ulong[MostParts];
        ulong unsure = (2 * (ulong)units) + 4;
        long left = units;
        int near = 0;
        for (int i = 0; i < fractions.Length; i++)
        {
            ulong high = Product((ulong)units, fractions[i], out ulong low);
            parts[i] = (long)((high << 1) | (low >> 63));
            remainders[i] = low & (Whole - 1);
            if (remainders[i] < unsure || remainders[i] > Whole - unsure)
                near++;
            left -= parts[i];
        }

        if (near == fractions.Length)
            return Round(parts, remainders.Slice(0, near), left);
        return near == 0 && left >= 0 && left < fractions.Length && Give(parts, remainders, fractions, left, unsure);
    }

    /// <summary>Every part is a whole number but for the last digits.</summary>
    private static bool Round(Span<long> parts, ReadOnlySpan<ulong> remainders, long left)
    {
        for (int i = 0; i < remainders.Length; i++)
        {
            if (remainders[i] < Whole / 2)
                continue;
            parts[i]++;
            left--;
        }

        return left == 0;
    }

    /// <summary>One unit each to the largest remainders, where no part is passed over that may have a larger one. Equal fractions have equal remainders for sure.</summary>
    private static bool Give(Span<long> parts, ReadOnlySpan<ulong> remainders, ReadOnlySpan<ulong> fractions, long left, ulong unsure)
    {
        ulong given = 0;
        for (; left > 0; left--)
        {
            int next = -1;
            for (int i = 0; i < fractions.Length; i++)
            {
                if ((given >> i & 1) == 0 && (next < 0 || remainders[i] > remainders[next]))
                    next = i;
            }

            given |= 1UL << next;
            parts[next]++;
        }

        for (int taken = 0; taken < fractions.Length; taken++)
        {
            for (int passed = 0; passed < fractions.Length && (given >> taken & 1) == 1; passed++)
            {
                if ((given >> passed & 1) == 0 && fractions[passed] != fractions[taken] && remainders[taken] - remainders[passed] < 2 * unsure)
                    return false;
            }
        }

        return true;
    }

    private static ulong Product(ulong x, ulong y, out ulong low)
    {
#if NET
        return Math.BigMul(x, y, out low);
#else
        ulong xLow = (uint)x, xHigh = x >> 32, yLow = (uint)y, yHigh = y >> 32;
        ulong lows = xLow * yLow, middle = (xHigh * yLow) + (lows >> 32), other = (xLow * yHigh) + (uint)middle;
        low = (other << 32) | (uint)lows;
        return (xHigh * yHigh) + (middle >> 32) + (other >> 32);
#endif
    }
}
