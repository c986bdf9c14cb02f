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
        double y = x + d;
        double inverse = 1 / (x * x);
        double inverseY = 1 / (y * y);
        double difference = -d / (x * y);
        // Σ c_k (y^(1-2k) − x^(1-2k)) with each difference taken as a product, so nothing cancels.
        double rest = difference / 12;
        rest -= difference * (inverse + (1 / (x * y)) + inverseY) / 360;
        double quartic = (inverse * inverse) + (inverse / (x * y)) + (inverse * inverseY) + (inverseY / (x * y)) + (inverseY * inverseY);
        rest += difference * quartic / 1260;
        rest -= ((1 / Math.Pow(y, 7)) - (1 / Math.Pow(x, 7))) / 1680;
        rest += ((1 / Math.Pow(y, 9)) - (1 / Math.Pow(x, 9))) / 1188;
        return rest;
    }
}
