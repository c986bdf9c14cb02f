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

    /// <summary>Frequencies that occur, ascending, with the weight of each.</summary>
    private readonly List<(int Frequency, double Weight)> frequencies = [];

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
        for (int i = 0; i < histories.Count; i++)
        {
            int last = frequencies.Count - 1;
            if (last >= 0 && frequencies[last].Frequency == histories.Frequency[i])
                frequencies[last] = (histories.Frequency[i], frequencies[last].Weight + histories.Weight[i]);
            else
                frequencies.Add((histories.Frequency[i], histories.Weight[i]));
        }
    }

    public int Dimension => 4;

    /// <summary>The log-likelihood alone, summed over customers, at the last point evaluated.</summary>
    public double LogLikelihood { get; private set; }

    public double Evaluate(double[] x, double[] gradient, double[,] hessian)
    {
        double[] theta = [Math.Exp(x[0]), Math.Exp(x[1]), Math.Exp(x[2]), Math.Exp(x[3])];
        double total = ChunkedSum.Over(histories.Count, (from, to, g, h) => Silence(from, to, theta, g, h), gradient, hessian);
        total += Purchases(theta, gradient, hessian) + Dropout(theta, gradient, hessian);
        LogLikelihood = total + gaps;
        return LogParameters.PenalizedMean(theta, [1, population.TimeScale, 1, 1], population.Customers, population.Penalizer, total, gradient, hessian);
    }

    /// <summary>Σ ln[(r)_kx / α^kx]. Divided by α in each factor, so that it doesn't cancel where r and α are huge.</summary>
    private double Purchases(double[] theta, double[] g, double[,] h)
    {
        double r = theta[0];
        double alpha = theta[1];
        double logRising = 0;
        double first = 0;
        double second = 0;
        double total = 0;
        long stage = 0;
        foreach ((int x, double w) in frequencies)
        {
            double stages = (double)k * x;
            for (; stage < stages; stage++)
            {
                double inverse = 1 / (r + stage);
                logRising += Math.Log((r + stage) / alpha);
                first += inverse;
                second -= inverse * inverse;
            }

            total += w * logRising;
            g[0] += w * first;
            g[1] -= w * stages / alpha;
            h[0, 0] += w * second;
            h[1, 1] += w * stages / (alpha * alpha);
        }

        return total;
    }

    /// <summary>Σ ln B(a, b + x + e)/B(a, b).</summary>
    private double Dropout(double[] theta, double[] g, double[,] h)
    {
        double a = theta[2];
        double b = theta[3];
        double logStaying = 0;
        double both = 0;
        double bothSquared = 0;
        double own = 0;
        double ownSquared = 0;
        double total = 0;
        long chance = 0;
        foreach ((int x, double w) in frequencies)
        {
            for (; chance < (long)x + extra; chance++)
            {
                double inverse = 1 / (a + b + chance);
                double inverseOwn = 1 / (b + chance);
                logStaying -= SpecialFunctions.Log1P(a * inverseOwn);
                both += inverse;
                bothSquared += inverse * inverse;
                own += inverseOwn;
                ownSquared += inverseOwn * inverseOwn;
            }

            total += w * logStaying;
            g[2] -= w * both;
            g[3] += w * (own - both);
            h[2, 2] += w * bothSquared;
            h[2, 3] += w * bothSquared;
            h[3, 3] += w * (bothSquared - ownSquared);
        }

        return total;
    }
}
