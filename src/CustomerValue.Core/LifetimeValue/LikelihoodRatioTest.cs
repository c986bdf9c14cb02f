using MathNet.Numerics;

namespace CustomerValue.LifetimeValue;

/// <summary>
/// Whether a richer model is worth its parameters: twice the gain in log-likelihood over the model without them, which is χ²
/// where they do nothing. Source: Wilks (1938), Annals of Mathematical Statistics 9(1).
/// </summary>
public sealed record LikelihoodRatioTest
{
    /// <summary>Makes a test.</summary>
    /// <param name="statistic">2·(LL − LL of the simpler model), finite and ≥ 0.</param>
    /// <param name="degreesOfFreedom">How many parameters the richer model has more, ≥ 1.</param>
    public LikelihoodRatioTest(double statistic, int degreesOfFreedom)
    {
        if (!(statistic >= 0) || double.IsInfinity(statistic))
            throw new ArgumentOutOfRangeException(nameof(statistic), statistic, "A likelihood ratio statistic is a finite number ≥ 0.");
        if (degreesOfFreedom < 1)
            throw new ArgumentOutOfRangeException(nameof(degreesOfFreedom), degreesOfFreedom, "A test needs at least one more parameter.");
        Statistic = statistic;
        DegreesOfFreedom = degreesOfFreedom;
    }

    /// <summary>2·(LL − LL of the simpler model), ≥ 0.</summary>
    public double Statistic { get; }

    /// <summary>How many parameters the richer model has more, ≥ 1.</summary>
    public int DegreesOfFreedom { get; }

    /// <summary>Probability in [0, 1] of a statistic at least as large where the further parameters do nothing: the upper tail of χ², right where it is tiny too.</summary>
    public double PValue => Statistic == 0 ? 1 : SpecialFunctions.GammaUpperRegularized(DegreesOfFreedom / 2.0, Statistic / 2);
}
