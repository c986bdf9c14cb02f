using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.ParetoNbdHb;

/// <summary>
/// When a customer who has left did so: y in (t_x, T) with a density proportional to (α+y)^(−a) (β+y)^(−b). One of the two powers, cut off at T,
/// is drawn by inversion and accepted by the other. Whichever is narrower proposes, so that about every second proposal is taken.
/// </summary>
internal static class DropoutTime
{
    /// <summary>One draw.</summary>
    /// <param name="random">The stream.</param>
    /// <param name="a">r + x.</param>
    /// <param name="alpha">α + t_x: what is drawn is y − t_x.</param>
    /// <param name="b">s + 1.</param>
    /// <param name="beta">β + t_x.</param>
    /// <param name="silence">T − t_x, &gt; 0.</param>
    public static double AfterLast(ref RandomStream random, double a, double alpha, double b, double beta, double silence) =>
        IsNarrower(a, alpha, b, beta, silence)
            ? Draw(ref random, a, alpha, b, beta, silence)
            : Draw(ref random, b, beta, a, alpha, silence);

    private static double Draw(ref RandomStream random, double power, double scale, double otherPower, double otherScale, double silence)
    {
        double length = Math.Log(1 + (silence / scale));
        // In l = ln(1 + y/scale) the power is e^((1 − power)·l): a truncated exponential, uniform where the power is 1.
        double slope = power - 1;
        double mass = Math.Exp(-slope * length) - 1;
        while (true)
        {
            double u = random.Uniform();
            double l = Math.Abs(slope * length) < 1e-8 ? u * length : -Math.Log(1 + (u * mass)) / slope;
            double y = Math.Min(silence, scale * (Math.Exp(l) - 1));
            double steepness = otherPower * y / otherScale;
            double limit = random.Exponential();
            // ln(1 + z) ≤ z, so most are accepted without a logarithm.
            if (limit > steepness || limit > otherPower * Math.Log(1 + (y / otherScale)))
                return y;
        }
    }

    /// <summary>Whether the first power has the smaller mass over the silence; both are 1 at its start. Judged by its steepness, but for a power below 1, which has a long tail.</summary>
    private static bool IsNarrower(double a, double alpha, double b, double beta, double silence) =>
        a > 1.5 ? a * beta > b * alpha : Mass(a, alpha, silence) < Mass(b, beta, silence);

    private static double Mass(double power, double scale, double silence)
    {
        double length = Math.Log(1 + (silence / scale));
        double exponent = (1 - power) * length;
        return scale * (Math.Abs(exponent) < 1e-8 ? length : (Math.Exp(exponent) - 1) / (1 - power));
    }
}
