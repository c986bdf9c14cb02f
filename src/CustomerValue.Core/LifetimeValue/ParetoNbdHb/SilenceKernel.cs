using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.ParetoNbdHb;

/// <summary>
/// What the end of a history says of Pareto/NBD's parameters, with rates and lifetimes integrated out, and whether the customer is alive:
/// ln[(α+T)^(−r−x) (β+T)^(−s) + s ∫ (α+y)^(−r−x) (β+y)^(−s−1) dy over (t_x, T)], and the part of it that is the first term.
/// The integral is P(t_x)·F(t_x) − P(T)·F(T) with P(t) = (α+t)^(−r−x) (β+t)^(−s) and, by Euler's transformation, a hypergeometric series
/// of positive terms F. Absolute accuracy 1e-11, which is far more than a sampler sees. Source: Fader &amp; Hardie (2005), "A note on deriving the Pareto/NBD model".
/// </summary>
internal static partial class SilenceKernel
{
    /// <summary>The terms left out of a series are below this.</summary>
    private const double Negligible = 1e-12;

    /// <summary>From here on the continued fraction is shorter than the series.</summary>
    private const double SeriesTo = 0.9;

    /// <summary>So many factors are multiplied before they are brought back to 1.</summary>
    private const int Rescaling = 16;

    /// <summary>One history; <paramref name="alive"/> is the probability that the customer still is one.</summary>
    public static double LogChance(double r, double alpha, double s, double beta, double x, double recency, double age, out double alive)
    {
        double n = r + x;
        double logLast = (n * Math.Log(alpha + recency)) + (s * Math.Log(beta + recency));
        double logAge = (n * Math.Log(alpha + age)) + (s * Math.Log(beta + age));
        double silent = Math.Exp(logLast - logAge);
        double rest = (silent * (1 - Gone(n, alpha, s, beta, age))) + Gone(n, alpha, s, beta, recency);
        alive = silent / rest;
        return Math.Log(rest) - logLast;
    }

    /// <summary>s ∫ (α+y)^(−n) (β+y)^(−s−1) dy over (t, ∞), by (α+t)^(−n) (β+t)^(−s).</summary>
    private static double Gone(double n, double alpha, double s, double beta, double t)
    {
        double total = n + s;
        return alpha >= beta
            ? s / total * Hypergeometric(n, total + 1, (alpha - beta) / (alpha + t))
            : s / total * ((alpha + t) / (beta + t)) * Hypergeometric(s + 1, total + 1, (beta - alpha) / (beta + t));
    }

    /// <summary>F(1, a; c; z) for 0 ≤ z &lt; 1 and 0 &lt; a &lt; c.</summary>
    private static double Hypergeometric(double a, double c, double z)
    {
        if (z > SeriesTo)
            return Fraction(a, c, z);
        double up = 1;
        double down = 1;
        for (int k = Terms(z) - 1; k >= 0; k--)
        {
            double factor = c + k;
            up = (down * factor) + (z * (a + k) * up);
            down *= factor;
            if (k % Rescaling == 0)
            {
                up /= down;
                down = 1;
            }
        }

        return up;
    }

    private static int Terms(double z) => z < 1e-4 ? 4 : 1 + (int)(Math.Log(Negligible) / Math.Log(z));

    /// <summary>Gauss's continued fraction by Lentz's method.</summary>
    private static double Fraction(double a, double c, double z)
    {
        double value = 1;
        double up = 1;
        double down = 0;
        for (int k = 1; k < 20_000; k++)
        {
            int m = k / 2;
            double part = k % 2 == 1
                ? -(a + m) * (c - 1 + m) * z / ((c + (2 * m) - 1) * (c + (2 * m)))
                : -m * (c - a + m - 1) * z / ((c + (2 * m) - 2) * (c + (2 * m) - 1));
            down = 1 / (1 + (part * down));
            up = 1 + (part / up);
            value *= up * down;
            if (Math.Abs((up * down) - 1) < Negligible / 10)
                break;
        }

        return 1 / value;
    }
}
