#if NET
using System.Runtime.Intrinsics;
#endif
using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.ParetoNbd;

/// <summary>
/// A customer known to be alive, who buys at a rate λ ~ Gamma(a, A) and leaves at a rate μ ~ Gamma(s, B), independent of each other:
/// all that is still to come follows from these four numbers. A new customer is one with the model's own four.
/// </summary>
internal readonly struct AliveBuyer(double a, double scale, double s, double lifeScale) : IBuyer
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
        double staying = Survival(t) * Math.Exp(LogPurchases(n, t / scale));
        // In y = ln(u/A): the density of leaving at u, times P(n purchases until u).
        double ratio = scale / lifeScale;
        double w = Math.Min(t / scale, Top(n + 1.0, a + n, s + 1, ratio));
        double height = LogPurchases(n, w) + Math.Log(s * ratio * w) - ((s + 1) * SpecialFunctions.Log1P(ratio * w));
        return staying + (Math.Exp(height) * Integrate(t, w, new GammaMixture(n + 1.0, a + n, w, s + 1, ratio * w)));
    }

    /// <summary>ln P(n purchases until u) without dropout, w = u/A: negative binomial, without the cancellation of its huge parts.</summary>
    private double LogPurchases(int n, double w) => n == 0 ? -a * SpecialFunctions.Log1P(w) : SpecialFunctions.LogBetaKernel(n, a, w) - Math.Log(n);

    /// <summary>P(N(t) ≥ n), n ≥ 1: the n-th purchase comes at some u &lt; t, of a customer who is alive until then.</summary>
    public double AtLeast(int n, double t)
    {
        double ratio = scale / lifeScale;
        double w = Math.Min(t / scale, Top(n, a + n, s, ratio));
        double height = SpecialFunctions.LogBetaKernel(n, a, w) - (s * SpecialFunctions.Log1P(ratio * w));
        return Math.Exp(height) * Integrate(t, w, new GammaMixture(n, a + n, w, s, ratio * w));
    }

    /// <summary>Over u in (0, t), as a multiple of the height at w = u/A.</summary>
    private double Integrate(double t, double w, GammaMixture mixture) =>
        w > 0 ? LogConcaveQuadrature.Integrate(double.NegativeInfinity, Math.Log(t / scale / w), 0, mixture) : 0;

    /// <summary>The w at which p·ln w − k ln(1+w) − j ln(1+ρw) is highest, a root of ρ(k+j−p)w² + (k − p + ρ(j−p))w − p.</summary>
    private static double Top(double p, double k, double j, double ratio)
    {
        double square = ratio * (k + j - p);
        double linear = (k - p + (ratio * (j - p))) / 2;
        double root = Math.Sqrt((linear * linear) + (square * p));
        return linear > 0 ? p / (linear + root) : (root - linear) / square;
    }

    /// <summary>In v = ln(1 + u/B): e^(−δu) (B/(B+u))^s du/B.</summary>
    private readonly struct Discounted(double s, double scaledRate) : ILogConcave
    {
        public double Log(double v) => ((1 - s) * v) - (scaledRate * SpecialFunctions.Expm1(v));

#if NET
        public Vector256<double> Log(Vector256<double> v) => ((1 - s) * v) - (scaledRate * FourWide.Expm1(v));
#endif
    }
}
