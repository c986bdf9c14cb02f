using CustomerValue.Numerics;
#if NET
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
#endif

namespace CustomerValue.LifetimeValue.GgomNbd;

/// <summary>What a time of silence is weighted with.</summary>
internal enum Weighting
{
    /// <summary>Nothing: the time itself.</summary>
    Time,

    /// <summary>The hazard of leaving, s·h(t).</summary>
    Leaving,

    /// <summary>The rate of purchases, n/(α + t).</summary>
    Buying,
}

/// <summary>Integrals over e^(−Φ(t)), Φ(t) = n·ln(1 + t/α) + s·H(t) + δt: the chance to be there and silent until t, discounted.</summary>
internal readonly struct SilentTime(GompertzLifetime life, double alpha, double n, double rate)
{
    /// <summary>Where the rest of an integral is below this part of the sum, it is left out.</summary>
    public const double Negligible = 1e-18;

    /// <summary>A panel narrower than this part of what the rule allows needs half the points.</summary>
    public const double Easy = 0.2;

    private readonly PanelRule rule = new(life, 0, alpha, n, rate);

    /// <summary>Φ(t).</summary>
    public double Exponent(double t) => (n > 0 ? n * SpecialFunctions.Log1P(t / alpha) : 0) + (life.S * life.Decline(t)) + (rate * t);

    /// <summary>The integral over (0, t].</summary>
    /// <param name="t">≥ 0; +∞ where δ &gt; 0.</param>
    /// <param name="weighting">What each time counts.</param>
    /// <param name="beside">What it is added to, which decides what is negligible.</param>
    public double Integrate(double t, Weighting weighting, double beside)
    {
        double sum = 0;
        for (double from = 0, rest = 1; from < t && rest > Negligible * (sum + beside);)
        {
            double widest = rule.Right(from);
            double to = Math.Min(t, from + widest);
            sum += Panel(from, to, to - from < Easy * widest, weighting);
            from = to;
            // Weighted with a hazard, what is left to end is at most what is there.
            rest = to < t ? Math.Exp(-Exponent(to)) * (weighting == Weighting.Time ? Math.Min(t - to, 1 / rate) : 1) : 0;
        }

        return sum;
    }

    private double Panel(double from, double to, bool easy, Weighting weighting)
    {
        double[] nodes = easy ? GaussLegendre.HalfNodes : GaussLegendre.Nodes;
        double[] weights = easy ? GaussLegendre.HalfWeights : GaussLegendre.Weights;
#if NET
        if (Vector256.IsHardwareAccelerated)
            return PanelByFour(from, to, nodes, weights, weighting);
#endif
        double half = (to - from) / 2;
        double sum = 0;
        for (int i = 0; i < nodes.Length; i++)
        {
            double t = from + (half * (1 + nodes[i]));
            double weight = weighting switch { Weighting.Leaving => life.S * life.Slope(t), Weighting.Buying => n / (alpha + t), _ => 1 };
            sum += weights[i] * weight * Math.Exp(-Exponent(t));
        }

        return sum * half;
    }

#if NET
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double PanelByFour(double from, double to, double[] nodes, double[] weights, Weighting weighting)
    {
        Vector256<double> one = Vector256<double>.One;
        Vector256<double> sum = default;
        double half = (to - from) / 2;
        bool far = life.B * to > GompertzLifetime.Far;
        for (int i = 0; i < nodes.Length; i += Vector256<double>.Count)
        {
            Vector256<double> t = Vector256.Create(from) + (half * (one + FourAtOnce.Load(nodes, i)));
            Vector256<double> step = life.B * t;
            Vector256<double> still = far ? Vector256.Exp(-step) : one;
            Vector256<double> grown = far ? -FourAtOnce.Expm1(-step) : FourAtOnce.Expm1(step);
            Vector256<double> share = one / ((life.Beta * still) + grown);
            Vector256<double> decline = far ? step - Vector256.Log(share * life.Beta) : FourAtOnce.Log1P(grown / life.Beta);
            Vector256<double> exponent = (life.S * decline) + (rate * t);
            if (n > 0)
                exponent += n * FourAtOnce.Log1P(t / alpha);
            Vector256<double> value = FourAtOnce.Load(weights, i) * Vector256.Exp(-exponent);
            sum += weighting switch
            {
                Weighting.Leaving => value * (life.S * life.B * (still + grown) * share),
                Weighting.Buying => value * n / (Vector256.Create(alpha) + t),
                _ => value,
            };
        }

        return Vector256.Sum(sum) * half;
    }
#endif
}
