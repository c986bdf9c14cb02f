using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.ParetoGgg;

/// <summary>
/// What a customer of known k, λ and μ does after a purchase: gaps of Gamma(k, kλ) until leaving, at a pace that may hold a discount too.
/// The n-th purchase falls within z = (kλ+μ)t with probability c^n·P(nk, z), c = (kλ/(kλ+μ))^k: the lifetime tilts the gamma distribution of n gaps.
/// </summary>
internal static class KnownRhythm
{
    private const double Negligible = 1e-12;

    /// <summary>E[e^(−δT_n)] summed over all purchases in (0, t], t may be +∞; <paramref name="pace"/> is μ + δ.</summary>
    public static double Purchases(double k, double rate, double pace, double t)
    {
        double log = -k * SpecialFunctions.Log1P(pace / rate);
        if (double.IsPositiveInfinity(t))
            return Math.Exp(log) / -SpecialFunctions.Expm1(log);
        double z = (rate + pace) * t;
        // Those that are sure to fall within t make a geometric series.
        double sure = Math.Max(0, Math.Floor((z - (9 * Math.Sqrt(z)) - 30) / k));
        double sum = sure == 0 ? 0 : log > -1e-300 ? sure : Math.Exp(log) * SpecialFunctions.Expm1(sure * log) / SpecialFunctions.Expm1(log);
        for (double n = sure + 1; ; n++)
        {
            double term = Math.Exp(n * log) * GammaQuantile.Below(n * k, z);
            sum += term;
            if (!(term > Negligible * sum))
                return sum;
        }
    }

    /// <summary>P(N ≥ n) within t, n ≥ 0.</summary>
    public static double AtLeast(double n, double k, double rate, double mu, double t) =>
        n == 0 ? 1 : Math.Exp(-n * k * SpecialFunctions.Log1P(mu / rate)) * GammaQuantile.Below(n * k, (rate + mu) * t);
}
