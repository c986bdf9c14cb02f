using System.Numerics;

namespace CustomerValue.Contribution;

/// <summary>Splits a whole number of units so that the parts sum to it: each gets the whole units of its exact part, and those with the largest remainders one more (Hamilton's method).</summary>
internal static class LargestRemainder
{
    /// <summary>Equal remainders are served in the order of the weights. Weights may be negative as long as their sum is above 0.</summary>
    public static long[] Split(long units, decimal[] weights)
    {
        BigInteger[] whole = InUnits(weights);
        BigInteger total = BigInteger.Zero;
        foreach (BigInteger weight in whole)
            total += weight;
        long[] parts = new long[whole.Length];
        BigInteger[] remainders = new BigInteger[whole.Length];
        long left = units;
        for (int i = 0; i < whole.Length; i++)
        {
            BigInteger quotient = BigInteger.DivRem(units * whole[i], total, out BigInteger remainder);
            bool below = remainder.Sign < 0;
            parts[i] = (long)(below ? quotient - 1 : quotient);
            remainders[i] = below ? remainder + total : remainder;
            left -= parts[i];
        }

        int[] order = Enumerable.Range(0, parts.Length).OrderByDescending(i => remainders[i]).ToArray();
        for (int i = 0; i < left; i++)
            parts[order[i]]++;
        return parts;
    }

    /// <summary>The weights as whole numbers of the smallest decimal place that any of them has.</summary>
    private static BigInteger[] InUnits(decimal[] weights)
    {
        int places = 0;
        foreach (decimal weight in weights)
            places = Math.Max(places, Places(weight));
        return Array.ConvertAll(weights, weight =>
        {
            int[] bits = decimal.GetBits(weight);
            BigInteger mantissa = (new BigInteger((uint)bits[2]) << 64) + (new BigInteger((uint)bits[1]) << 32) + (uint)bits[0];
            return (bits[3] < 0 ? -mantissa : mantissa) * BigInteger.Pow(10, places - Places(weight));
        });
    }

    private static int Places(decimal value) => (decimal.GetBits(value)[3] >> 16) & 0xFF;
}
