using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.BgBb;

/// <summary>
/// A customer known to be alive at an opportunity, whose chance to buy at each is Beta(a, b) and whose chance to leave before the next is
/// Beta(c, d): all that is still to come follows from these four numbers. A new customer of BG/BB is one with the model's own four.
/// Opportunities to come are whole numbers m ≥ 0.
/// </summary>
internal readonly struct DonorAlive(double a, double b, double c, double d)
{
    /// <summary>Above this many opportunities an integral is cheaper than the sum over them.</summary>
    private const double LongestSum = 512;

    /// <summary>P(alive at the m-th opportunity from now) = (d)_m/(c + d)_m.</summary>
    public double Survival(double m) => Math.Exp(-SpecialFunctions.LogRisingRatio(d, c, m));

    /// <summary>
    /// E[N] = a/(a + b) · Σ_{j=1…m} (d)_j/(c + d)_j, and the sum is d/(c − 1)·(1 − (d + 1)_m/(c + d)_m), taken so that it is regular at c = 1.
    /// Source: Fader, Hardie &amp; Shang (2010), eqs. 8 and 13.
    /// </summary>
    public double ExpectedPurchases(double m)
    {
        // An offset too small to be seen stands for none: the limit is the same to the last bit.
        double offset = Math.Max(Math.Abs(c - 1), 1e-30);
        double part = c >= 1
            ? -SpecialFunctions.Expm1(-SpecialFunctions.LogRisingRatio(d + 1, offset, m))
            : SpecialFunctions.Expm1(SpecialFunctions.LogRisingRatio(c + d, offset, m));
        return a / (a + b) * (d * (part / offset));
    }

    /// <summary>
    /// Σ_{j=1…m} e^(−δj)·P(purchase at the j-th): the sum itself, or, where it is long or endless, E[(1 − θ)(1 − u^m)/(e^δ − 1 + θ)] over
    /// θ ~ Beta(c, d) with u = (1 − θ)e^(−δ). Source for m = ∞: Fader, Hardie &amp; Shang (2010), eq. 14.
    /// </summary>
    public double DiscountedPurchases(double m, double rate)
    {
        if (rate == 0)
            return ExpectedPurchases(m);
        if (m > LongestSum)
        {
            double excess = SpecialFunctions.Expm1(rate);
            return a / (a + b) * LogitBetaQuadrature.Expectation(c, d, 1 + (1 / excess) + (double.IsInfinity(m) ? 0 : m), new DiscountedLife(excess, rate, m));
        }

        double discount = Math.Exp(-rate);
        double term = 1;
        double sum = 0;
        for (int j = 0; j < m; j++)
        {
            term *= discount * ((d + j) / (c + d + j));
            sum += term;
        }

        return a / (a + b) * sum;
    }

    /// <summary>
    /// P(N = n): leaves after i opportunities, or stays for all m, and buys at n of them. Successive terms differ by a ratio of four factors,
    /// so no beta function is called but for the first. Source: Fader, Hardie &amp; Shang (2010), eqs. 7 and 12.
    /// </summary>
    public double ProbabilityOfPurchases(int n, double m)
    {
        if (n > m)
            return 0;
        double first = -SpecialFunctions.LogRisingRatio(a, b, n) - SpecialFunctions.LogRisingRatio(d, c, n);
        double term = 1;
        double sum = 0;
        for (double i = n; i < m; i++)
        {
            sum += term * (c / (c + d + i));
            term *= (i + 1) / (i + 1 - n) * ((b + i - n) / (a + b + i)) * ((d + i) / (c + d + i));
            Rescale(ref first, ref term, ref sum);
        }

        return Math.Exp(first + Math.Log(sum + term));
    }

    /// <summary>P(N ≥ n) for n ≥ 1: the n-th purchase comes at opportunity i, and the customer is alive then.</summary>
    public double AtLeast(int n, double m)
    {
        if (n > m)
            return 0;
        double first = -SpecialFunctions.LogRisingRatio(a, b, n) - SpecialFunctions.LogRisingRatio(d, c, n);
        double term = 1;
        double sum = 0;
        for (double i = n; i <= m; i++)
        {
            sum += term;
            term *= i / (i + 1 - n) * ((b + i - n) / (a + b + i)) * ((d + i) / (c + d + i));
            Rescale(ref first, ref term, ref sum);
        }

        return Math.Exp(first + Math.Log(sum));
    }

    /// <summary>The smallest n with P(N ≤ n) ≥ <paramref name="level"/>, by halving.</summary>
    public int Quantile(double m, double level)
    {
        int low = 0;
        int high = (int)Math.Min(m, int.MaxValue);
        while (low < high)
        {
            int middle = low + ((high - low) / 2);
            if (AtLeast(middle + 1, m) <= 1 - level)
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }

    /// <summary>Keeps running products within what a double holds.</summary>
    private static void Rescale(ref double log, ref double term, ref double sum)
    {
        const double huge = 1e250;
        if (term < huge && sum < huge)
            return;
        log += Math.Log(huge);
        term /= huge;
        sum /= huge;
    }

    private readonly struct DiscountedLife(double excess, double rate, double m) : IProbabilityFunction
    {
        public double At(double p, double complement)
        {
            double forever = complement / (excess + p);
            return double.IsInfinity(m) || complement == 0 ? forever : forever * -SpecialFunctions.Expm1(m * ((p > 0.5 ? Math.Log(complement) : SpecialFunctions.Log1P(-p)) - rate));
        }
    }
}
