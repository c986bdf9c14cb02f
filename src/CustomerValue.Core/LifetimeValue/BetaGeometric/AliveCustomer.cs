using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.BetaGeometric;

/// <summary>
/// A customer known to be alive, whose rate is Gamma(s, β) and whose chance to leave after a purchase is Beta(a, b):
/// all that is still to come follows from these four numbers. A new customer of BG/NBD is one with the model's own four.
/// </summary>
internal readonly struct AliveCustomer
{
    private readonly double s;
    private readonly double beta;
    private readonly double a;
    private readonly double b;

    public AliveCustomer(double s, double beta, double a, double b)
    {
        this.s = s;
        this.beta = beta;
        this.a = a;
        this.b = b;
    }

    /// <summary>
    /// P(still alive at t) = E[(1 + pt/β)^(−s)] over p ~ Beta(a, b): purchases after which the customer leaves come at the rate λp. As a series
    /// after Pfaff's transformation of the 2F1, with z = t/(β + t): (1−z)^a Σ_n (a)_n (a+b−s)_n / ((a+b)_n n!) z^n, whose terms hardly change
    /// their sign, as s and b grow together; where it is long or cancels, by quadrature.
    /// </summary>
    public double Survival(double t)
    {
        if (t == 0)
            return 1;
        double z = t / (beta + t);
        double log = a * SpecialFunctions.Log1P(t / beta);
        // Beyond that e^(−log) is nothing while the sum leaves the range of numbers.
        if (z > 0.96 || log > 600)
            return SurvivalByQuadrature(t);
        double c = a + b;
        double term = 1;
        double sum = 1;
        double size = 1;
        bool converged = false;
        double enough = 1e-16 * (1 - z);
        for (double n = 0; n < 1000 && !converged; n += 2)
        {
            double next = term * ((c - s + n) * (a + n) * z / ((c + n) * (1 + n)));
            term = next * ((c - s + n + 1) * (a + n + 1) * z / ((c + n + 1) * (2 + n)));
            sum += next + term;
            size += Math.Abs(next) + Math.Abs(term);
            converged = Math.Abs(term) <= enough * Math.Abs(sum);
        }

        return converged && 2e-16 * size <= 2e-13 * sum && sum < 1e280 ? Math.Exp(-log) * sum : SurvivalByQuadrature(t);
    }

    /// <summary>
    /// E[N(t)]. Source: Fader, Hardie &amp; Lee (2005), eq. 10, after Euler's transformation of the 2F1, with z = t/(β + t), c = a + b − 1:
    /// N = c·(1 − (1−z)^(a−1))/(a−1) − (1−z)^(a−1) Σ_{n≥1} (c−s)_n (a)_{n−1} / ((c+1)_{n−1} n!) z^n, regular at a = 1 and c = 0.
    /// Where the series is long or cancels: E[(1 − (1 + pt/β)^(−s))/p] over p ~ Beta(a, b) by quadrature.
    /// </summary>
    public double ExpectedPurchases(double t)
    {
        if (t == 0)
            return 0;
        double z = t / (beta + t);
        if (z > 0.96)
            return ExpectedByQuadrature(t);
        double c = a + b - 1;
        double log = -SpecialFunctions.Log1P(t / beta);
        double rise = SpecialFunctions.Expm1((a - 1) * log);
        double factor = rise > -0.5 ? 1 + rise : Math.Exp((a - 1) * log);
        double head = -c * (a == 1 ? log : rise / (a - 1));
        double term = (c - s) * z;
        double sum = term;
        double size = Math.Abs(term);
        bool converged = false;
        double enough = 1e-15 * (1 - z);
        for (double n = 1; n < 1000 && !converged; n += 2)
        {
            // Two terms at a time: their ratios wait for no term before them, so the processor divides ahead.
            double next = term * ((c - s + n) * (a - 1 + n) * z / ((c + n) * (1 + n)));
            term = next * ((c - s + n + 1) * (a + n) * z / ((c + n + 1) * (2 + n)));
            sum += next + term;
            size += Math.Abs(next) + Math.Abs(term);
            converged = Math.Abs(term) <= enough * Math.Abs(sum);
        }

        double value = head - (factor * sum);
        double lost = 2e-16 * (Math.Abs(head) + (factor * size));
        return converged && lost <= 2e-13 * value && !double.IsInfinity(value) ? value : ExpectedByQuadrature(t);
    }

    /// <summary>
    /// E ∫₀^t e^(−δu) dN(u), by parts: e^(−δt)·N(t) + δ ∫ e^(−δu) N(u) du in panels that double in width, as N changes ever slower.
    /// Over a long horizon: what is still to come at 0 less what is still to come at t, which then hardly cancel.
    /// </summary>
    public double DiscountedPurchases(double t, double rate)
    {
        if (rate * t > 60)
            return DiscountedForever(rate);
        if (rate == 0)
            return ExpectedPurchases(t);
        if (rate * t > 0.1 && t > 8 * beta)
            return LogitBetaQuadrature.Expectation(a, b, 1 + (s * t / beta) + (s / (beta * rate)), new ResidualRateUntil(s, beta, rate, t));
        double integral = 0;
        double width = beta * Math.Min(1, 2 / (1 + s));
        for (double from = 0; from < t; width *= 2)
        {
            double panel = Math.Min(Math.Min(width, 8 / rate), t - from);
            integral += GaussLegendre.Integrate(from, from + panel, new DiscountedCount(this, rate));
            from = t - from - panel <= 1e-12 * t ? t : from + panel;
        }

        return (Math.Exp(-rate * t) * ExpectedPurchases(t)) + (rate * integral);
    }

    /// <summary>DERT given alive: E[λ/(δ + λp)] = E_p[(s/p)·e^y·E_{s+1}(y)] with y = βδ/p, where E_ν is the exponential integral.</summary>
    public double DiscountedForever(double rate) =>
        LogitBetaQuadrature.Expectation(a, b, 1 + (s / (beta * rate)), new ResidualRate(s, beta * rate));

    /// <summary>P(N(t) = n): stays and buys n times, or leaves at purchase n having come that far. Source: Fader, Hardie &amp; Lee (2005), eq. 8.</summary>
    public double ProbabilityOfPurchases(int n, double t)
    {
        if (t == 0)
            return n == 0 ? 1 : 0;
        double staying = Math.Exp(SpecialFunctions.LogGammaRatio(b, n) - SpecialFunctions.LogGammaRatio(a + b, n));
        double leaving = n == 0 ? 0 : staying * a / (b + n - 1);
        NegativeBinomial count = new(s, t / beta);
        return (staying * count.Probability(n)) + (n == 0 ? 0 : leaving * count.AtLeast(n));
    }

    /// <summary>The smallest n with P(N(t) ≤ n) ≥ <paramref name="level"/>; 0 for a level ≤ 0.</summary>
    public int Quantile(double t, double level)
    {
        NegativeBinomial count = new(s, t / beta);
        double logProbability = count.LogProbability(0);
        double cumulativeCount = 0;
        double staying = 1;
        double reached = 0;
        double leaving = 0;
        for (int n = 0; ; n++)
        {
            double probability = Math.Exp(logProbability);
            reached += (staying * probability) + (leaving * Math.Max(0, 1 - cumulativeCount));
            // Beyond the last representable tail nothing is added any more.
            if (reached >= level || n == int.MaxValue || (1 - cumulativeCount < 1e-13 && probability < 1e-18))
                return n;
            cumulativeCount += probability;
            logProbability += count.LogRatio(n);
            leaving = staying * a / (a + b + n);
            staying *= (b + n) / (a + b + n);
        }
    }

    private double SurvivalByQuadrature(double t) => LogitBetaQuadrature.Expectation(a, b, 1 + (s * t / beta), new SurvivalGivenDropout(s, t / beta));

    private double ExpectedByQuadrature(double t) =>
        LogitBetaQuadrature.Expectation(a, b, 1 + (s * t / beta), new CountGivenDropout(s, t / beta));

    /// <summary>P(alive at t | p) = (1 + pw)^(−s).</summary>
    private readonly struct SurvivalGivenDropout(double s, double w) : IProbabilityFunction
    {
        public double At(double p, double complement) => Math.Exp(-s * SpecialFunctions.Log1P(p * w));
    }

    /// <summary>E[N(t) | p] = (1 − (1 + pw)^(−s))/p.</summary>
    private readonly struct CountGivenDropout(double s, double w) : IProbabilityFunction
    {
        public double At(double p, double complement) =>
            p * w < 1e-300 ? s * w : -SpecialFunctions.Expm1(-s * SpecialFunctions.Log1P(p * w)) / p;
    }

    /// <summary>E[λ/(δ + λp) | p]; at p = 0 the mean rate over δ.</summary>
    private readonly struct ResidualRate(double s, double betaRate) : IProbabilityFunction
    {
        public double At(double p, double complement)
        {
            double y = betaRate / p;
            return y > 1e15 * (1 + s) ? s / betaRate : s / p * SpecialFunctions.ScaledExponentialIntegral(s + 1, y);
        }
    }

    /// <summary>The same until t: at t a customer with dropout p is left with probability (1 + pt/β)^(−s), and the rate is Gamma(s, β + pt).</summary>
    private readonly struct ResidualRateUntil(double s, double beta, double rate, double t) : IProbabilityFunction
    {
        public double At(double p, double complement)
        {
            double later = Math.Exp((-rate * t) - (s * SpecialFunctions.Log1P(p * t / beta)));
            return new ResidualRate(s, beta * rate).At(p, complement) - (later * new ResidualRate(s, (beta + (p * t)) * rate).At(p, complement));
        }
    }

    private readonly struct DiscountedCount(AliveCustomer customer, double rate) : IFunction
    {
        public double At(double u) => Math.Exp(-rate * u) * customer.ExpectedPurchases(u);
    }
}
