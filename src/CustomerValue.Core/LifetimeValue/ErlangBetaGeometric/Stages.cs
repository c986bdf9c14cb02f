using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.ErlangBetaGeometric;

/// <summary>
/// How many stages of the next gap a customer has come through since the last purchase, if still alive. With a rate Gamma(s, ·) on the
/// last purchase and a silence that is a part u of (α + T), the chance of j stages is in proportion to (s)_j/j! u^j for j &lt; k.
/// </summary>
internal static class Stages
{
    /// <summary>The most stages a gap may have: gaps then vary by a tenth of their mean.</summary>
    public const int Most = 100;

    /// <summary>Beyond this, terms are scaled down before they overflow.</summary>
    private const double Large = 1e200;

    /// <summary>ln Σ_{j&lt;k} (s)_j/j! u^j ≥ 0: times (1 − u)^s, the chance of no purchase in the silence.</summary>
    public static double LogSum(double s, double u, int k)
    {
        double term = 1;
        double sum = 1;
        double scale = 0;
        for (int j = 1; j < k; j++)
        {
            term *= (s + (j - 1)) * u / j;
            sum += term;
            if (sum > Large)
            {
                scale += Math.Log(sum);
                term /= sum;
                sum = 1;
            }
        }

        return Math.Log(sum) + scale;
    }

    /// <summary>The chance of every number of stages, from 0 to one less than the length of <paramref name="chances"/>.</summary>
    public static void Chances(double s, double u, Span<double> chances)
    {
        double term = 1;
        double sum = 0;
        for (int j = 0; j < chances.Length; j++)
        {
            chances[j] = term;
            sum += term;
            if (sum > Large)
            {
                Scale(chances.Slice(0, j + 1), 1 / sum);
                term /= sum;
                sum = 1;
            }

            term *= (s + j) * u / (j + 1);
        }

        Scale(chances, 1 / sum);
    }

    private static void Scale(Span<double> values, double factor)
    {
        for (int j = 0; j < values.Length; j++)
            values[j] *= factor;
    }
}
