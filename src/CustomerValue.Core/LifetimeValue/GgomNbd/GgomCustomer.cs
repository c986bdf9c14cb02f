using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.GgomNbd;

/// <summary>
/// A customer known to be alive, whose rate is Gamma(r, α) and whose lifetime from now on is Gompertz with a gamma frailty:
/// all that is still to come follows from these five numbers. A new customer is one with the model's own five.
/// </summary>
internal readonly struct GgomCustomer(double r, double alpha, GompertzLifetime life)
{
    public double Survival(double t) => life.Survival(t);

    /// <summary>∫ e^(−δu) λ S(u) du over (0, t], with λ at its mean r/α: as buying and leaving are independent. Source: Bemmaor &amp; Glady (2012), eq. 9, undiscounted.</summary>
    public double DiscountedPurchases(double t, double rate) => r / alpha * new SilentTime(life, 1, 0, rate).Integrate(t, Weighting.Time, 0);

    /// <summary>P(N(t) = n): alive at t having bought n times, or gone by then having bought n times. Source: Bemmaor &amp; Glady (2012), eq. 7.</summary>
    public double ProbabilityOfPurchases(int n, double t)
    {
        if (t == 0)
            return n == 0 ? 1 : 0;
        if (n == 0)
            return Math.Exp(new Silence(r, alpha, life, 0, 0, t).Evaluate(out _));
        NthPurchase nth = new(r, alpha, life, n);
        double alive = nth.Density(t) / n;
        return alive + nth.Integrate(t, gone: true, alive);
    }

    /// <summary>The smallest n with P(N(t) ≤ n) ≥ <paramref name="level"/>; 0 for a level ≤ 0.</summary>
    public int Quantile(double t, double level) => t == 0 || ProbabilityOfPurchases(0, t) >= level ? 0 : CountQuantile.Of(new Count(r, alpha, life, t), 1 - level, guess: 1);

    private readonly struct Count(double r, double alpha, GompertzLifetime life, double t) : ICount
    {
        public double AtLeast(int n) => new NthPurchase(r, alpha, life, n).Integrate(t, gone: false, 0);
    }
}
