using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.ParetoNbdHb;

/// <summary>
/// When a customer who has left did so: y in (t_x, T) with a density proportional to (α+y)^(−a) (β+y)^(−b). Where α and β are of one size, both
/// powers are nearly one, (m+y)^(−a−b), which proposes. Elsewhere the narrower of the two proposes and the other accepts, about every second time.
/// </summary>
internal static class DropoutTime
{
    /// <summary>Up to here at least three proposals in ten are taken.</summary>
    private const double LargestExcess = 1.2;

    /// <summary>One draw.</summary>
    /// <param name="random">The stream.</param>
    /// <param name="a">r + x.</param>
    /// <param name="alpha">α + t_x: what is drawn is y − t_x.</param>
    /// <param name="b">s + 1.</param>
    /// <param name="beta">β + t_x.</param>
    /// <param name="silence">T − t_x, &gt; 0.</param>
    public static double AfterLast(ref RandomStream random, double a, double alpha, double b, double beta, double silence)
    {
        // m has the slope of both powers at the start; by Jensen's inequality its power falls faster from there.
        double power = a + b;
        double scale = power / ((a / alpha) + (b / beta));
        double length = Math.Log(1 + (silence / scale));
        double excess = (power * length) - (a * Math.Log(1 + (silence / alpha))) - (b * Math.Log(1 + (silence / beta)));
        if (!(excess < LargestExcess))
        {
            return IsNarrower(a, alpha, b, beta, silence)
                ? Draw(ref random, a, alpha, b, beta, silence)
                : Draw(ref random, b, beta, a, alpha, silence);
        }

        double least = Math.Exp(-excess);
        double mass = 1 - Math.Exp((1 - power) * length);
        while (true)
        {
            double l = Math.Log(1 - (random.Uniform() * mass)) / (1 - power);
            double y = Math.Min(silence, scale * (Math.Exp(l) - 1));
            double limit = random.Uniform();
            if (limit < least || Math.Log(limit) < (power * l) - (a * Math.Log(1 + (y / alpha))) - (b * Math.Log(1 + (y / beta))) - excess)
                return y;
        }
    }

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
