using CustomerValue.LifetimeValue.BetaGeometric;
using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.ParetoNbd;

/// <summary>
/// A customer known to be alive, who buys at a rate λ ~ Gamma(a, A) and leaves at a rate μ ~ Gamma(s, B), independent of each other:
/// all that is still to come follows from these four numbers. A new customer is one with the model's own four.
/// </summary>
internal readonly struct AliveBuyer(double a, double scale, double s, double lifeScale)
{
    /// <summary>P(still alive at t) = (B/(B+t))^s.</summary>
    public double Survival(double t) => Math.Exp(-s * SpecialFunctions.Log1P(t / lifeScale));

    /// <summary>E[N(t)] = (a/A)·∫ (B/(B+u))^s du over (0, t) = (a/A)·B·(1 − (B/(B+t))^(s−1))/(s−1), regular at s = 1. Source: Fader &amp; Hardie (2005), eq. 27 and 41.</summary>
    public double ExpectedPurchases(double t)
    {
        double y = SpecialFunctions.Log1P(t / lifeScale);
        double power = (1 - s) * y;
        return a / scale * lifeScale * (Math.Abs(power) < 1e-300 ? y : SpecialFunctions.Expm1(power) / (1 - s));
    }

    /// <summary>E ∫ e^(−δu) dN(u) over (0, t), t may be +∞ for δ &gt; 0: DERT of Fader, Hardie &amp; Lee (2005), eq. 5, as the integral it comes from.</summary>
    public double DiscountedPurchases(double t, double rate)
    {
        if (rate == 0)
            return ExpectedPurchases(t);
        double top = s < 1 ? Math.Log((1 - s) / (rate * lifeScale)) : 0;
        return a / scale * lifeScale * LogConcaveQuadrature.Integrate(0, SpecialFunctions.Log1P(t / lifeScale), top, new Discounted(s, rate * lifeScale));
    }

    /// <summary>P(N(t) = n): alive at t with n purchases, or left at some u with n purchases. Source: Fader &amp; Hardie (2006), "Deriving an expression for P(X(t) = x) under the Pareto/NBD model".</summary>
    public double ProbabilityOfPurchases(int n, double t)
    {
        if (t == 0)
            return n == 0 ? 1 : 0;
        double staying = Survival(t) * new NegativeBinomial(a, t / scale).Probability(n);
        double ratio = scale / lifeScale;
        double left = LogConcaveQuadrature.Integrate(double.NegativeInfinity, Math.Log(t / scale), Top(n + 1.0, a + n, s + 1, ratio), new LeftAfter(n, a, s, ratio));
        return staying + left;
    }

    /// <summary>P(N(t) ≥ n), n ≥ 1: the n-th purchase comes at some u &lt; t, of a customer who is alive until then.</summary>
    public double AtLeast(int n, double t) =>
        LogConcaveQuadrature.Integrate(double.NegativeInfinity, Math.Log(t / scale), Top(n, a + n, s, scale / lifeScale), new AliveAt(n, a, s, scale / lifeScale));

    /// <summary>The smallest n with P(N(t) ≤ n) ≥ <paramref name="level"/>, by doubling and halving.</summary>
    public int Quantile(double t, double level)
    {
        if (t == 0)
            return 0;
        long below = -1;
        long enough = 0;
        while (enough < int.MaxValue && AtLeast((int)enough + 1, t) > 1 - level)
        {
            below = enough;
            enough = Math.Min(int.MaxValue, (2 * enough) + 1);
        }

        while (enough - below > 1)
        {
            long middle = below + ((enough - below) / 2);
            if (AtLeast((int)middle + 1, t) > 1 - level)
                below = middle;
            else
                enough = middle;
        }

        return (int)enough;
    }

    /// <summary>Where p·y − k ln(1+e^y) − j ln(1+ρe^y) is highest: e^y is a root of ρ(k+j−p)w² + (k + jρ − p(1+ρ))w − p.</summary>
    private static double Top(double p, double k, double j, double ratio)
    {
        double square = ratio * (k + j - p);
        double linear = (k - p + (ratio * (j - p))) / 2;
        double root = Math.Sqrt((linear * linear) + (square * p));
        return Math.Log(linear > 0 ? p / (linear + root) : (root - linear) / square);
    }

    /// <summary>In v = ln(1 + u/B): e^(−δu) (B/(B+u))^s du/B.</summary>
    private readonly struct Discounted(double s, double scaledRate) : ILogConcave
    {
        public double Log(double v) => ((1 - s) * v) - (scaledRate * SpecialFunctions.Expm1(v));
    }

    /// <summary>In y = ln(u/A): the density of leaving at u, times P(n purchases until u).</summary>
    private readonly struct LeftAfter(int n, double a, double s, double ratio) : ILogConcave
    {
        private readonly double logConstant = Math.Log(s * ratio) + (n == 0 ? 0 : SpecialFunctions.LogBetaPeak(n, a) - Math.Log(n));

        public double Log(double y)
        {
            double w = Math.Exp(y);
            double purchases = n == 0 ? -a * SpecialFunctions.Log1P(w) : SpecialFunctions.BetaDeviance(n, a, w);
            return logConstant + purchases + y - ((s + 1) * SpecialFunctions.Log1P(ratio * w));
        }
    }

    /// <summary>In y = ln(u/A): the density of the n-th purchase, times P(alive at u).</summary>
    private readonly struct AliveAt(int n, double a, double s, double ratio) : ILogConcave
    {
        private readonly double logConstant = SpecialFunctions.LogBetaPeak(n, a);

        public double Log(double y)
        {
            double w = Math.Exp(y);
            return logConstant + SpecialFunctions.BetaDeviance(n, a, w) - (s * SpecialFunctions.Log1P(ratio * w));
        }
    }
}
