using CustomerValue.LifetimeValue.BetaGeometric;
using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.ErlangBetaGeometric;

/// <summary>
/// Penalised mean log-likelihood of BG/CNBD-k or MBG/CNBD-k for a given k over distinct histories, by the logarithms of (r, α, a, b), with
/// exact gradient and Hessian. The term of the gaps doesn't depend on these and is only added to <see cref="LogLikelihood"/>.
/// As x and k are whole numbers, every gamma and beta function is a running sum: no gamma function is called.
/// </summary>
internal sealed partial class ErlangBetaGeometricLikelihood : IPopulationLikelihood
{
    private readonly DistinctHistories histories;
    private readonly Population population;
    private readonly int k;
    private readonly int extra;
    private readonly double gaps;

    private readonly double[] weightOf;

    /// <param name="population">The histories.</param>
    /// <param name="k">Stages of a gap.</param>
    /// <param name="leavesAtFirst">True for MBG/CNBD-k.</param>
    /// <param name="gaps">The summed term of the gaps.</param>
    public ErlangBetaGeometricLikelihood(Population population, int k, bool leavesAtFirst, double gaps)
    {
        this.population = population;
        this.k = k;
        this.gaps = gaps;
        histories = population.Histories;
        extra = leavesAtFirst ? 1 : 0;
        weightOf = CountTerms.WeightByFrequency(histories);
    }

    public int Dimension => 4;

    /// <summary>The log-likelihood alone, summed over customers, at the last point evaluated.</summary>
    public double LogLikelihood { get; private set; }

    public double Evaluate(double[] x, double[] gradient, double[,] hessian)
    {
        double[] theta = [Math.Exp(x[0]), Math.Exp(x[1]), Math.Exp(x[2]), Math.Exp(x[3])];
        double total = ChunkedSum.Over(histories.Count, (from, to, g, h) => Silence(from, to, theta, g, h), gradient, hessian);
        total += CountTerms.AddNatural(weightOf, theta[0], theta[1], k, gradient, hessian) + DropoutTerms.Add(weightOf, extra, theta[2], theta[3], gradient, hessian);
        LogLikelihood = total + gaps;
        return LogParameters.PenalizedMean(theta, [1, population.TimeScale, 1, 1], population.Customers, population.Penalizer, total, gradient, hessian);
    }
}
