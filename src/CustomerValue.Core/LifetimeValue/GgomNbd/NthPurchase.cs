using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.GgomNbd;

/// <summary>
/// When the n-th purchase comes, n ≥ 1, to a customer still alive then: K(τ) = B(v; n, r)·S(τ) a unit of ln τ, where v = τ/(α + τ) and
/// B is the beta density a unit of ln(v/(1 − v)). ln K is concave in ln τ, so it has one peak and falls on both sides of it ever faster.
/// K/n is the chance to have bought n times by τ and to be alive then.
/// </summary>
internal readonly struct NthPurchase(double r, double alpha, GompertzLifetime life, double n)
{
    private const double Negligible = 1e-18;

    private readonly double peak = SpecialFunctions.LogBetaPeak(n, r);

    /// <summary>K(t).</summary>
    public double Density(double t) => Math.Exp(peak + SpecialFunctions.BetaDeviance(n, r, t / alpha) - (life.S * life.Decline(t)));

    /// <summary>
    /// Over (0, t]: ∫ K d ln τ, the chance of n purchases or more; or, <paramref name="gone"/>, ∫ K/n · s·h dτ, the chance to be gone by t with n.
    /// </summary>
    /// <param name="t">&gt; 0.</param>
    /// <param name="gone">Which.</param>
    /// <param name="beside">What it is added to, which decides what is negligible.</param>
    public double Integrate(double t, bool gone, double beside)
    {
        PanelRule rule = new(life, n, alpha, n + r, 0);
        Weighted integrand = new(this, gone);
        double middle = Math.Min(t, Peak(t));
        double sum = 0;
        for (double to = middle, rest = double.PositiveInfinity; to > 0 && rest > Negligible * (sum + beside);)
        {
            double from = Math.Max(0, to - rule.Left(to));
            sum += GaussLegendre.Integrate(from, to, integrand);
            to = from;
            // Leftward ln K falls faster and faster, and what it is weighted with falls too.
            rest = to > 0 ? to * integrand.At(to) / Math.Max(0, Rise(to)) : 0;
        }

        for (double from = middle, rest = 1; from < t && rest > Negligible * (sum + beside);)
        {
            double to = Math.Min(t, from + rule.Right(from));
            sum += GaussLegendre.Integrate(from, to, integrand);
            from = to;
            // By parts, K/n bounds what is gone with n purchases, but for those who had fewer here.
            rest = Density(to) * ((gone ? 1 / n : 0) + Math.Log(t / to));
        }

        return sum;
    }

    /// <summary>d ln K/d ln τ.</summary>
    private double Rise(double t) => (((n * alpha) - (r * t)) / (alpha + t)) - (life.S * t * life.Slope(t));

    /// <summary>Where K is largest, or t where that is later.</summary>
    private double Peak(double t)
    {
        if (Rise(t) >= 0)
            return t;
        double below = t;
        while (Rise(below) < 0)
            below /= 16;
        double above = Math.Min(t, 16 * below);
        for (int i = 0; i < 40 && above > below * (1 + 1e-12); i++)
        {
            double middle = Math.Sqrt(above) * Math.Sqrt(below);
            if (Rise(middle) < 0)
                above = middle;
            else
                below = middle;
        }

        return below;
    }

    private readonly struct Weighted(NthPurchase nth, bool gone) : IFunction
    {
        public double At(double t) => nth.Density(t) * nth.Weight(t, gone);
    }

    private double Weight(double t, bool gone) => gone ? life.S * life.Slope(t) / n : 1 / t;
}
