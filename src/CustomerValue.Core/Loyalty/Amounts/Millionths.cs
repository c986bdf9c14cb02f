namespace CustomerValue.Loyalty.Amounts;

/// <summary>Amounts and quantities as whole millionths, in which orders are counted.</summary>
internal static class Millionths
{
    /// <summary>Those of one.</summary>
    public const long PerUnit = 1_000_000;

    /// <summary>The most that an order may have.</summary>
    public const long Most = 1_000_000_000_000 * PerUnit;

    /// <summary>The millionths of an amount from 0 to 10^12; −1 for one that is outside, or finer.</summary>
    public static long Of(decimal amount)
    {
#if NET
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(amount, bits);
        int scale = bits[3] >> 16;
        // Without a sign, of few decimals and digits: nearly all amounts.
        if ((uint)scale <= 6 && (bits[1] | bits[2]) == 0)
            return Factors[scale] * (uint)bits[0];
#endif
        if (amount is < 0 or > Most / PerUnit)
            return -1;
        decimal millionths = amount * PerUnit;
        return decimal.Truncate(millionths) == millionths ? decimal.ToInt64(millionths) : -1;
    }

#if NET
    private static ReadOnlySpan<long> Factors => [1_000_000, 100_000, 10_000, 1_000, 100, 10, 1];
#endif
}
