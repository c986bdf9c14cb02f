namespace CustomerValue.Numerics;

internal static partial class SpecialFunctions
{
    private const double HalfLogTwoPi = 0.91893853320467274178;

    /// <summary>From here on five terms of Stirling's series are exact to 1e-17.</summary>
    private const double StirlingFrom = 16;

    /// <summary>ln Γ(x), x &gt; 0. Absolute accuracy 1e-15 near the roots at 1 and 2.</summary>
    public static double LogGamma(double x) => x >= StirlingFrom
        ? ((x - 0.5) * Math.Log(x)) - x + HalfLogTwoPi + StirlingRemainder(x)
        : MathNet.Numerics.SpecialFunctions.GammaLn(x);

    /// <summary>
    /// ln Γ(x + d) − ln Γ(x) for x &gt; 0 and x + d &gt; 0, relatively accurate for small d too: both arguments are shifted up by
    /// the recurrence, then Stirling's series is differenced term by term. It is the log of the rising factorial (x)_d.
    /// </summary>
    public static double LogGammaRatio(double x, double d)
    {
        double shift = 0;
        for (; x < StirlingFrom || x + d < StirlingFrom; x++)
            shift += Log1P(d / x);
        double y = x + d;
        double rest = StirlingRemainderDifference(x, d);
        return (x * Log1PMinusX(d / x)) - (0.5 * Log1P(d / x)) + (d * Math.Log(y)) + rest - shift;
    }

    /// <summary>ψ(x) = d ln Γ(x)/dx, x &gt; 0. Source: Abramowitz &amp; Stegun 6.3.5, 6.3.18.</summary>
    public static double Digamma(double x)
    {
        double shift = 0;
        for (; x < StirlingFrom; x++)
            shift += 1 / x;
        double z = 1 / (x * x);
        return Math.Log(x) - (0.5 / x) - (z * ((1.0 / 12) - (z * ((1.0 / 120) - (z * ((1.0 / 252) - (z * ((1.0 / 240) - (z / 132))))))))) - shift;
    }

    /// <summary>ψ′(x), x &gt; 0. Source: Abramowitz &amp; Stegun 6.4.6, 6.4.12.</summary>
    public static double Trigamma(double x)
    {
        double shift = 0;
        for (; x < StirlingFrom; x++)
            shift += 1 / (x * x);
        double z = 1 / (x * x);
        return (1 / x) + (0.5 * z) + (z / x * ((1.0 / 6) - (z * ((1.0 / 30) - (z * ((1.0 / 42) - (z * ((1.0 / 30) - (z * 5 / 66))))))))) + shift;
    }

    /// <summary>What Stirling's formula leaves: ln Γ(x) − [(x − ½) ln x − x + ½ ln 2π], x &gt; 0.</summary>
    public static double StirlingRemainder(double x)
    {
        if (x < StirlingFrom)
            return LogGamma(x) - (((x - 0.5) * Math.Log(x)) - x + HalfLogTwoPi);
        double z = 1 / (x * x);
        return ((1.0 / 12) - (z * ((1.0 / 360) - (z * ((1.0 / 1260) - (z * ((1.0 / 1680) - (z / 1188)))))))) / x;
    }

    /// <summary>
    /// ln of the beta density u^n (1 − u)^q / B(n, q) where u = ratio/(1 + ratio), without the cancellation of its huge parts
    /// for large n or q: the saddle-point form of Loader (2000), "Fast and accurate computation of binomial probabilities".
    /// </summary>
    public static double LogBetaKernel(double n, double q, double ratio) => BetaDeviance(n, q, ratio) + LogBetaPeak(n, q);

    /// <summary>The part of <see cref="LogBetaKernel"/> that doesn't depend on where it is taken.</summary>
    public static double LogBetaPeak(double n, double q) =>
        (0.5 * (Math.Log(n) + Math.Log(q / (n + q)))) - HalfLogTwoPi + StirlingRemainder(n + q) - StirlingRemainder(n) - StirlingRemainder(q);

    /// <summary>How far <see cref="LogBetaKernel"/> lies below its peak, ≤ 0.</summary>
    public static double BetaDeviance(double n, double q, double ratio)
    {
        double rest = 1 / (1 + ratio);
        double u = ratio * rest;
        double d = (u * q) - (rest * n);
        return (n * Deviance(d / n, u * ((n + q) / n))) + (q * Deviance(-d / q, rest * ((n + q) / q)));
    }

    /// <summary>ln(1 + x) − x where 1 + x is known exactly too.</summary>
    private static double Deviance(double x, double onePlusX) => Math.Abs(x) > 0.1 ? Math.Log(onePlusX) - x : Log1PMinusX(x);
}
