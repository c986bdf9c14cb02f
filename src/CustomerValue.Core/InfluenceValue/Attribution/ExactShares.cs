namespace CustomerValue.InfluenceValue.Attribution;

/// <summary>Splits money so that the parts sum to the whole, to the last digit.</summary>
internal static class ExactShares
{
    /// <summary>The most decimals of a part: with amounts below 10^12 all steps stay within a decimal's 28 digits.</summary>
    public const int MostDecimals = 12;

    /// <summary>Amounts up to this, to either side, with at most ten decimals, times a share with at most six, are exact.</summary>
    public const decimal LargestAmount = 1_000_000_000_000m;

    private static readonly decimal[] PowersOfTen = Enumerable.Range(0, MostDecimals + 1).Select(power => (decimal)Math.Pow(10, power)).ToArray();

    public static bool IsExact(decimal amount) => Math.Abs(amount) <= LargestAmount && HasTenDecimals(amount);

    /// <summary>10^decimals.</summary>
    public static decimal UnitsOfOne(int decimals) => PowersOfTen[decimals];

    /// <summary>
    /// Parts of whole units of 10^−decimals by the largest remainder, ties to the earlier part. What the amount has below one unit goes to the next in line,
    /// so the sum is exact whatever the amount.
    /// </summary>
    /// <param name="amount">The whole; negative amounts mirror positive ones.</param>
    /// <param name="fractions">Each part's fraction, ≥ 0, summing to 1 but for the last digits of a decimal.</param>
    /// <param name="decimals">Range: [0, <see cref="MostDecimals"/>].</param>
    /// <param name="parts">Written; as long as the fractions.</param>
    public static void Split(decimal amount, ReadOnlySpan<decimal> fractions, int decimals, Span<decimal> parts)
    {
        if (fractions.Length == 1)
        {
            parts[0] = amount;
            return;
        }

        decimal scale = PowersOfTen[decimals], units = Math.Abs(amount) * scale, left = units;
        Span<decimal> remainders = stackalloc decimal[64];
        remainders = fractions.Length <= 64 ? remainders.Slice(0, fractions.Length) : new decimal[fractions.Length];
        for (int i = 0; i < fractions.Length; i++)
        {
            decimal exact = units * fractions[i];
            parts[i] = decimal.Truncate(exact);
            remainders[i] = fractions[i] > 0 ? exact - parts[i] : -1;
            left -= parts[i];
        }

        while (left > 0)
        {
            int next = 0;
            for (int i = 1; i < remainders.Length; i++)
            {
                if (remainders[i] > remainders[next])
                    next = i;
            }

            decimal given = Math.Min(left, 1);
            parts[next] += given;
            remainders[next] -= 1;
            left -= given;
        }

        decimal unit = (amount < 0 ? -1 : 1) / scale;
        for (int i = 0; i < parts.Length; i++)
            parts[i] *= unit;
    }

    private static bool HasTenDecimals(decimal amount)
    {
#if NET
        if (amount.Scale <= 10)
            return true;
#endif
        return decimal.Round(amount, 10) == amount;
    }

    /// <summary>Weights of any size ≥ 0, one of them above 0, as fractions.</summary>
    public static void Fractions(ReadOnlySpan<double> weights, Span<decimal> fractions)
    {
        double largest = 0;
        foreach (double weight in weights)
            largest = Math.Max(largest, weight);
        decimal sum = 0;
        for (int i = 0; i < weights.Length; i++)
            sum += fractions[i] = (decimal)(weights[i] / largest);
        for (int i = 0; i < weights.Length; i++)
            fractions[i] /= sum;
    }
}
