namespace CustomerValue.Numerics;

internal static partial class SpecialFunctions
{
    /// <summary>
    /// ln[(x + d)_m / (x)_m] = Σ_{j&lt;m} ln(1 + d/(x + j)) for x &gt; 0, d ≥ 0 and a whole m ≥ 0, relatively accurate however small or large
    /// d/x and m/x are: beyond the first terms, the double difference of Stirling's series, in which hardly anything cancels.
    /// </summary>
    public static double LogRisingRatio(double x, double d, double m)
    {
        double shift = 0;
        for (; x < StirlingFrom && m > 0; x++, m--)
            shift += Log1P(d / x);
        if (m == 0)
            return shift;
        double byM = x + m;
        double byD = x + d;
        double last = byM + d;
        // ln of x·last/(byM·byD) = 1 − m·d/(byM·byD), whichever of the two is exact.
        double ratio = last / byM * (x / byD);
        double bend = ratio < 0.5 ? Math.Log(ratio) : Log1P(-(m / byM) * (d / byD));
        return shift + ((x - 0.5) * bend) + (m * Log1P(d / byM)) + (d * Log1P(m / byD))
            + StirlingRemainderDifference(byM, d) - StirlingRemainderDifference(x, d);
    }

    /// <summary>What Stirling's formula leaves of ln Γ(x + d) − ln Γ(x), x and x + d ≥ 16.</summary>
    private static double StirlingRemainderDifference(double x, double d)
    {
        double u = 1 / (x + d);
        double v = 1 / x;
        // Σ c_k (u^(2k−1) − v^(2k−1)), where u^n − v^n = (u − v)(u^(n−1) + u^(n−2)v + … + v^(n−1)), so nothing cancels.
        double sum = 1.0 / 12;
        double powers = 1;
        double power = 1;
        for (int k = 0; k < StirlingCoefficients.Length; k++)
        {
            power *= v;
            powers = (u * powers) + power;
            power *= v;
            powers = (u * powers) + power;
            sum += StirlingCoefficients[k] * powers;
        }

        return -d * u * v * sum;
    }

    /// <summary>B_{2k}/(2k(2k − 1)) from k = 2 on.</summary>
    private static readonly double[] StirlingCoefficients = [-1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188];
}
