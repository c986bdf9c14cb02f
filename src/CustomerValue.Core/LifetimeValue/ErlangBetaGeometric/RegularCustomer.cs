using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.ErlangBetaGeometric;

/// <summary>
/// A customer known to be alive, whose rate of stages is Gamma(s + j, β) where j stages were reached since the last purchase, and whose
/// chance to leave after a purchase is Beta(a, b): all that is still to come follows. With K the stages at the end of the time ahead, had the
/// customer no chance to leave, and d_n = (b)_n/(a+b)_n the chance to stay after n purchases: P(N ≥ n) = d_{n−1} P(K ≥ kn).
/// This is what Reutterer, Platzer &amp; Schröder (2021) approximate for k &gt; 1; here it is exact.
/// </summary>
internal readonly partial struct RegularCustomer
{
    /// <summary>More terms than this take longer than the quadrature.</summary>
    private const double MostTerms = 4000;

    private readonly double s;
    private readonly double beta;
    private readonly double a;
    private readonly double b;
    private readonly int k;
    private readonly double u;

    /// <param name="s">Shape of the rate at stage 0.</param>
    /// <param name="beta">Rate of the rate.</param>
    /// <param name="a">First shape of the chance to leave.</param>
    /// <param name="b">Second shape.</param>
    /// <param name="k">Stages of a gap.</param>
    /// <param name="u">The time since the last purchase over <paramref name="beta"/>.</param>
    public RegularCustomer(double s, double beta, double a, double b, int k, double u)
    {
        this.s = s;
        this.beta = beta;
        this.a = a;
        this.b = b;
        this.k = k;
        this.u = u;
    }

    /// <summary>P(still alive at t) = Σ_m P(K = m) d_⌊m/k⌋.</summary>
    public double Survival(double t) =>
        t == 0 ? 1 : TrySum(t, out _, out double survival) ? survival : ByQuadrature(t, survival: true);

    /// <summary>E[N(t)] = Σ_m P(K = m) A_⌊m/k⌋ where A_n = d_0 + … + d_{n−1} is what n chances to buy come to.</summary>
    public double ExpectedPurchases(double t) =>
        t == 0 ? 0 : TrySum(t, out double expected, out _) ? expected : ByQuadrature(t, survival: false);

    /// <summary>P(N(t) = n): stays and buys n times, or leaves at purchase n having come that far.</summary>
    public double ProbabilityOfPurchases(int n, double t)
    {
        if (t == 0 || (double)k * n > int.MaxValue - Stages.Most)
            return n == 0 ? 1 : 0;
        double staying = Math.Exp(SpecialFunctions.LogGammaRatio(b, n) - SpecialFunctions.LogGammaRatio(a + b, n));
        Span<double> chances = stackalloc double[k];
        StageCount count = Count(t, n * k, chances);
        double exactly = 0;
        for (int m = n * k; m < (n + 1) * k; m++)
            exactly += count.Up(m);
        return (staying * exactly) + (n == 0 ? 0 : staying * a / (b + n - 1) * AtLeast(n * k, t));
    }

    /// <summary>The smallest n with P(N(t) ≤ n) ≥ <paramref name="level"/>, that is with d_n P(K ≥ k(n+1)) ≤ 1 − level; 0 for a level ≤ 0.</summary>
    public int Quantile(double t, double level)
    {
        double w = t / beta;
        if (t == 0 || level <= 0)
            return 0;
        // Where the chance of no stage underflows, begin nine standard deviations below the mean: before it nearly all come further.
        double lowest = s * SpecialFunctions.Log1P(w) < 600 ? 0 : Math.Max(0, (s * w) - (9 * Math.Sqrt(s * w * (1 + w))));
        int begin = (int)Math.Min(lowest / k, int.MaxValue / k / 2);
        double staying = 1;
        int n = 0;
        for (; n < begin && staying > 1 - level; n++)
            staying *= (b + n) / (a + b + n);
        Span<double> chances = stackalloc double[k];
        StageCount count = Count(t, n * k, chances);
        double fewer = 0;
        for (; ; n++)
        {
            double block = 0;
            for (int m = n * k; m < (n + 1) * k; m++)
                block += count.Up(m);
            fewer += block;
            // Beyond the last representable tail nothing is added any more.
            if (staying * (1 - fewer) <= 1 - level || n >= (int.MaxValue / k) - 2 || (1 - fewer < 1e-13 && block < 1e-18))
                return n;
            staying *= (b + n) / (a + b + n);
        }
    }

    /// <summary>P(K ≥ m), summed on the side on which nothing cancels.</summary>
    private double AtLeast(int m, double t)
    {
        bool below = m <= s * t / beta;
        Span<double> chances = stackalloc double[k];
        StageCount count = Count(t, below ? m - 1 : m, chances);
        double sum = 0;
        double term = 1;
        if (below)
        {
            for (int i = m - 1; i >= 0 && term > 1e-18 * sum; i--)
                sum += term = count.Down(i);
            return Math.Max(0, 1 - sum);
        }

        for (int i = m; term > 1e-18 * sum || count.Ratio(i) > 1; i++)
            sum += term = count.Up(i);
        return sum;
    }

    private StageCount Count(double t, int from, Span<double> chances)
    {
        Stages.Chances(s, u, chances);
        return new StageCount(chances, s, t / beta, from);
    }

    /// <summary>Both sums over m, to the last digit; false where they are too long, or begin below the smallest number.</summary>
    private bool TrySum(double t, out double expected, out double survival)
    {
        expected = 0;
        survival = 0;
        double w = t / beta;
        double mean = s * w;
        if (mean + (9 * Math.Sqrt(mean * (1 + w))) + (37 * (1 + w)) > MostTerms || s * SpecialFunctions.Log1P(w) > 600)
            return false;
        Span<double> chances = stackalloc double[k];
        StageCount count = Count(t, 0, chances);
        double made = 0;
        double staying = 1;
        for (int n = 0; ; n++)
        {
            double block = 0;
            for (int m = n * k; m < (n + 1) * k; m++)
                block += count.Up(m);
            expected += block * made;
            survival += block * staying;
            made += staying;
            staying *= (b + n) / (a + b + n);
            if (n > 0 && block * made <= 1e-12 * expected && IsLast(count.Ratio((n + 1) * k), block, made, expected) && block * staying <= 1e-16 * survival)
                return true;
        }
    }

    /// <summary>Whether the blocks to come, each at most a factor below the one before and worth one purchase more, don't matter.</summary>
    private bool IsLast(double ratio, double block, double made, double expected)
    {
        double factor = Math.Pow(ratio, k);
        return factor < 1 && block * factor / (1 - factor) * (made + (1 / (1 - factor))) <= 1e-16 * expected;
    }
}
