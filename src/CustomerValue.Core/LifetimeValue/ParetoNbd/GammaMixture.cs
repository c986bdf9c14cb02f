#if NET
using System.Runtime.Intrinsics;
#endif
using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.ParetoNbd;

/// <summary>
/// p·d − k ln((1 + v e^d)/(1 + v)) − j ln((1 + w e^d)/(1 + w)): the log of a density of two gamma mixtures, relative to a point from
/// which d is counted. So nothing cancels near that point, however large p, k and j.
/// </summary>
internal readonly struct GammaMixture(double p, double k, double v, double j, double w) : ILogConcave
{
    private readonly double firstRest = 1 / (1 + v);
    private readonly double firstShare = v / (1 + v);
    private readonly double secondRest = 1 / (1 + w);
    private readonly double secondShare = w / (1 + w);

    public double Log(double d) => (p * d) - (k * Growth(firstRest, firstShare, d)) - (j * Growth(secondRest, secondShare, d));

    private static double Growth(double rest, double share, double d) =>
        Math.Abs(d) < 0.25 || share <= 0.5 ? SpecialFunctions.Log1P(share * SpecialFunctions.Expm1(d)) : Math.Log(rest + (share * Math.Exp(d)));

#if NET
    public Vector256<double> Log(Vector256<double> d)
    {
        Vector256<double> grown = FourWide.Expm1(d);
        Vector256<double> near = Vector256.LessThan(Vector256.Abs(d), Vector256.Create(0.25));
        return (p * d) - (k * Growth(firstRest, firstShare, grown, near)) - (j * Growth(secondRest, secondShare, grown, near));
    }

    private static Vector256<double> Growth(double rest, double share, Vector256<double> grown, Vector256<double> near)
    {
        Vector256<double> one = Vector256<double>.One;
        Vector256<double> change = share * grown;
        Vector256<double> rounded = one + change;
        Vector256<double> lost = (change - (rounded - one)) / rounded;
        if (share <= 0.5)
            return Vector256.Log(rounded) + lost;
        // Far away 1 + change cancels where share is near 1, and rest + share·e^d doesn't.
        Vector256<double> apart = Vector256.Create(rest) + (share * (grown + one));
        return Vector256.Log(Vector256.ConditionalSelect(near, rounded, apart)) + Vector256.ConditionalSelect(near, lost, default);
    }
#endif
}
