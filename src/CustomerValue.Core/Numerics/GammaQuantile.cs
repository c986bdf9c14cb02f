namespace CustomerValue.Numerics;

/// <summary>Where the gamma distribution of rate 1 has a given probability on either side, to about 1e-8, at any shape.</summary>
internal static class GammaQuantile
{
    /// <summary>Newton's steps square their error.</summary>
    private const double Close = 1e-4;

    /// <summary>Below this ln y, P is y^a/Γ(a + 1) to 1e-10, and MathNet has it as 0.</summary>
    private const double PowerLawTo = -23;

    /// <summary>ln y with P(shape, y) = <paramref name="probability"/> in (0, 1). It stays finite where y is below every double.</summary>
    public static double Log(double shape, double probability)
    {
        if (probability > 0.5)
            return LogFromAbove(shape, 1 - probability);
        // P ≈ y^a/Γ(a + 1) near 0, and from there Newton's steps on ln P, concave in ln y, never pass the solution.
        double norm = SpecialFunctions.LogGamma(shape + 1);
        double log = (Math.Log(probability) + norm) / shape;
        if (log < PowerLawTo)
            return log;
        log = Math.Min(Near(shape, probability), Math.Log(shape + 1));
        for (int i = 0; i < 60; i++)
        {
            double y = Math.Exp(log);
            double p = MathNet.Numerics.SpecialFunctions.GammaLowerRegularized(shape, y);
            double step = (Math.Log(probability) - Math.Log(p)) * p / Math.Exp((shape * log) - y - norm + Math.Log(shape));
            log += Math.Max(-20, Math.Min(20, step));
            if (Math.Abs(step) < Close)
                break;
        }

        return log;
    }

    /// <summary>P(shape, y), at a small y too.</summary>
    public static double Below(double shape, double y) => y < 1e-10
        ? y > 0 ? Math.Exp((shape * Math.Log(y)) - SpecialFunctions.LogGamma(shape + 1)) : 0
        : MathNet.Numerics.SpecialFunctions.GammaLowerRegularized(shape, y);

    /// <summary>ln y with Q(shape, y) = <paramref name="tail"/> in (0, 1).</summary>
    public static double LogFromAbove(double shape, double tail)
    {
        if (tail > 0.5)
            return Log(shape, 1 - tail);
        double norm = SpecialFunctions.LogGamma(shape);
        if (tail > 1e-6 && (SpecialFunctions.Log1P(-tail) + SpecialFunctions.LogGamma(shape + 1)) / shape is double small && small < PowerLawTo)
            return small;
        // A far tail falls as e^(−y).
        double log = Math.Max(Near(shape, 1 - tail), tail < 1e-10 ? Math.Log(-Math.Log(tail)) : -700);
        for (int i = 0; i < 60; i++)
        {
            double y = Math.Exp(log);
            double q = MathNet.Numerics.SpecialFunctions.GammaUpperRegularized(shape, y);
            if (!(q > 0))
            {
                log -= 0.1;
                continue;
            }

            double step = (Math.Log(q) - Math.Log(tail)) * q / Math.Exp((shape * log) - y - norm);
            log += Math.Max(-20, Math.Min(1, step));
            if (Math.Abs(step) < Close)
                break;
        }

        return log;
    }

    /// <summary>Wilson &amp; Hilferty (1931), or the power law of small shapes.</summary>
    private static double Near(double shape, double probability)
    {
        double cube = 1 - (1 / (9 * shape)) + (MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, probability) / (3 * Math.Sqrt(shape)));
        return shape > 0.5 && cube > 0.1
            ? Math.Log(shape) + (3 * Math.Log(cube))
            : Math.Min(Math.Log(shape + 2), (Math.Log(probability) + SpecialFunctions.LogGamma(shape + 1)) / shape);
    }
}
