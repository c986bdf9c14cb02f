using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.ParetoNbdCorrelated;

/// <summary>
/// How far purchase and dropout rates may hang together, given (r, α, s, β). With L1 = (α/(1+α))^r = e^(−h1) and L2 = (β/(1+β))^s = e^(−h2)
/// the joint density is g1 g2 [1 + m (e^(−λ) − L1)(e^(−μ) − L2)] = g1 g2 + c (g1 − g1′)(g2 − g2′), where c = m L1 L2 and ′ stands for a rate
/// of α + 1 or β + 1. It is ≥ 0 everywhere where −min(1, o1 o2) ≤ c ≤ min(o1, o2), with the odds o = L/(1 − L).
/// Source: Sarmanov (1966); Lee (1996), "Properties and applications of the Sarmanov family", §4; Bachmann, Meierer &amp; Näf (2021), appendix.
/// </summary>
internal readonly struct SarmanovLink
{
    public SarmanovLink(double r, double alpha, double s, double beta)
    {
        double h1 = r * SpecialFunctions.Log1P(1 / alpha);
        double h2 = s * SpecialFunctions.Log1P(1 / beta);
        double odds1 = 1 / SpecialFunctions.Expm1(h1);
        double odds2 = 1 / SpecialFunctions.Expm1(h2);
        Both = Math.Exp(-h1 - h2);
        // Where both are 0 to the last bit nothing can hang together.
        Lowest = Both > 0 ? -Math.Min(1, odds1 * odds2) / Both : 0;
        Highest = Both > 0 ? Math.Min(odds1, odds2) / Both : 0;
        CorrelationOfOne = Math.Sqrt(r * s) * Both / ((alpha + 1) * (beta + 1));
        First = Math.Exp(-h1);
        Second = Math.Exp(-h2);
    }

    /// <summary>L1 = E e^(−λ).</summary>
    public double First { get; }

    /// <summary>L2 = E e^(−μ).</summary>
    public double Second { get; }

    /// <summary>L1 L2.</summary>
    public double Both { get; }

    /// <summary>The smallest m.</summary>
    public double Lowest { get; }

    /// <summary>The largest m.</summary>
    public double Highest { get; }

    /// <summary>The correlation of λ and μ where m = 1; it is proportional to m.</summary>
    public double CorrelationOfOne { get; }
}
