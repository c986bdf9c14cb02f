using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.DiscreteTime;

/// <summary>
/// How long a customer who is there now stays, counted in whole periods: before each the customer leaves with probability θ ~ Beta(c, d).
/// What BG/BB and the shifted beta-geometric model share. Numbers of periods m are whole and ≥ 0.
/// </summary>
internal readonly struct BetaLifetime(double c, double d)
{
    /// <summary>Above this many periods an integral is cheaper than the sum over them.</summary>
    private const double LongestSum = 512;

    /// <summary>S(m) = P(there after m periods) = (d)_m/(c + d)_m.</summary>
    public double Survival(double m) => Math.Exp(-SpecialFunctions.LogRisingRatio(d, c, m));

    /// <summary>Σ_{j=1…m} S(j) = d/(c − 1)·(1 − (d + 1)_m/(c + d)_m), taken so that it is regular at c = 1. Source: Fader, Hardie &amp; Shang (2010), eq. 8.</summary>
    public double ExpectedPeriods(double m)
    {
        // An offset too small to be seen stands for none: the limit is the same to the last bit.
        double offset = Math.Max(Math.Abs(c - 1), 1e-30);
        double part = c >= 1
            ? -SpecialFunctions.Expm1(-SpecialFunctions.LogRisingRatio(d + 1, offset, m))
            : SpecialFunctions.Expm1(SpecialFunctions.LogRisingRatio(c + d, offset, m));
        return d * (part / offset);
    }

    /// <summary>
    /// Σ_{j=1…m} e^(−δj) S(j): the sum itself, or, where it is long or endless, E[(1 − θ)(1 − u^m)/(e^δ − 1 + θ)] over θ ~ Beta(c, d)
    /// with u = (1 − θ)e^(−δ).
    /// </summary>
    public double DiscountedPeriods(double m, double rate)
    {
        if (rate == 0)
            return ExpectedPeriods(m);
        if (m > LongestSum)
        {
            double excess = SpecialFunctions.Expm1(rate);
            return LogitBetaQuadrature.Expectation(c, d, 1 + (1 / excess) + (double.IsInfinity(m) ? 0 : m), new DiscountedLife(excess, rate, m));
        }

        double discount = Math.Exp(-rate);
        double term = 1;
        double sum = 0;
        for (int j = 0; j < m; j++)
        {
            term *= discount * ((d + j) / (c + d + j));
            sum += term;
        }

        return sum;
    }

    private readonly struct DiscountedLife(double excess, double rate, double m) : IProbabilityFunction
    {
        public double At(double p, double complement)
        {
            double forever = complement / (excess + p);
            return double.IsInfinity(m) || complement == 0
                ? forever
                : forever * -SpecialFunctions.Expm1(m * ((p > 0.5 ? Math.Log(complement) : SpecialFunctions.Log1P(-p)) - rate));
        }
    }
}
