using CustomerValue.LifetimeValue.DiscreteTime;
using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.BgBb;

/// <summary>
/// A customer known to be alive at an opportunity, whose chance to buy at each is Beta(a, b) and whose chance to leave before the next is
/// Beta(c, d): all that is still to come follows from these four numbers. A new customer of BG/BB is one with the model's own four.
/// Opportunities to come are whole numbers m ≥ 0.
/// </summary>
internal readonly struct DonorAlive(double a, double b, double c, double d)
{
    private readonly BetaLifetime lifetime = new(c, d);

    /// <summary>P(alive at the m-th opportunity from now) = (d)_m/(c + d)_m.</summary>
    public double Survival(double m) => lifetime.Survival(m);

    /// <summary>E[N] = a/(a + b) · Σ_{j=1…m} (d)_j/(c + d)_j. Source: Fader, Hardie &amp; Shang (2010), eqs. 8 and 13.</summary>
    public double ExpectedPurchases(double m) => a / (a + b) * lifetime.ExpectedPeriods(m);

    /// <summary>Σ_{j=1…m} e^(−δj)·P(purchase at the j-th). Source for m = ∞: Fader, Hardie &amp; Shang (2010), eq. 14.</summary>
    public double DiscountedPurchases(double m, double rate) => a / (a + b) * lifetime.DiscountedPeriods(m, rate);

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
}
