using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.GgomNbd;

/// <summary>
/// Lifetimes that are Gompertz given a frailty η ~ Gamma(s, β): S(t) = e^(−s·H(t)) with H(t) = ln(1 + (e^(bt) − 1)/β).
/// Whoever is alive at t has such a lifetime again, of the same b and s. Source: Bemmaor &amp; Glady (2012), eq. 3.
/// </summary>
internal readonly struct GompertzLifetime(double b, double s, double beta)
{
    /// <summary>From here on e^(bt) is taken apart, as it overflows at 709.</summary>
    public const double Far = 300;

    public double B => b;

    public double S => s;

    public double Beta => beta;

    /// <summary>The lifetime from t on of whoever is alive then: β' = β·e^(−bt) + 1 − e^(−bt).</summary>
    public GompertzLifetime After(double t) => new(b, s, (beta * Math.Exp(-b * t)) - SpecialFunctions.Expm1(-b * t));

    /// <summary>H(t).</summary>
    public double Decline(double t)
    {
        double age = b * t;
        return age < Far
            ? SpecialFunctions.Log1P(SpecialFunctions.Expm1(age) / beta)
            : age + Math.Log(Math.Exp(-age) - (SpecialFunctions.Expm1(-age) / beta));
    }

    public double Survival(double t) => Math.Exp(-s * Decline(t));

    /// <summary>H'(t) = b/(1 + (β − 1)·e^(−bt)); s times this is the hazard.</summary>
    public double Slope(double t) => b / ((beta * Math.Exp(-b * t)) - SpecialFunctions.Expm1(-b * t));

    /// <summary>A lifetime drawn: H of it is exponential with rate s.</summary>
    public double Draw(Random random)
    {
        double decline = Sampling.Exponential(random, s);
        return (decline < Far ? SpecialFunctions.Log1P(beta * SpecialFunctions.Expm1(decline)) : decline + Math.Log(beta)) / b;
    }
}
