using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.ParetoNbd;

/// <summary>
/// Penalised mean log-likelihood of Pareto/NBD over distinct histories, by the logarithms of (r, α, s, β), with exact gradient and
/// Hessian. The rising factorials are running sums over 0…x; what needs recency and age is summed on all processors.
/// </summary>
internal sealed class ParetoNbdLikelihood(DistinctHistories histories, double timeScale, double penalizer) : IPopulationLikelihood
{
    private readonly double customers = histories.Weight.Sum();
    private readonly double[] weightOf = CountTerms.WeightByFrequency(histories);

    public int Dimension => 4;

    public double LogLikelihood { get; private set; }

    public double Evaluate(double[] x, double[] gradient, double[,] hessian)
    {
        double[] theta = [Math.Exp(x[0]), Math.Exp(x[1]), Math.Exp(x[2]), Math.Exp(x[3])];
        double total = ChunkedSum.Over(histories.Count, (from, to, g, h) => Times(theta, from, to, g, h), gradient, hessian);
        total += CountTerms.Add(weightOf, theta[0], theta[1], gradient, hessian);
        LogLikelihood = total;
        for (int i = 0; i < 4; i++)
        {
            gradient[i] /= customers;
            for (int j = i; j < 4; j++)
                hessian[j, i] = hessian[i, j] /= customers;
        }

        return (total / customers) - Penalty(theta, gradient, hessian);
    }

    private double Times(double[] theta, int from, int to, Span<double> gradient, Span<double> hessian)
    {
        Span<double> g = stackalloc double[4];
        Span<double> h = stackalloc double[16];
        double total = 0;
        for (int i = from; i < to; i++)
        {
            double w = histories.Weight[i];
            total += w * ParetoNbdTimes.Evaluate(theta, histories.Frequency[i], histories.Recency[i], histories.Age[i], g, h);
            for (int j = 0; j < 4; j++)
                gradient[j] += w * g[j];
            for (int j = 0; j < 16; j++)
                hessian[j] += w * h[j];
        }

        return total;
    }

    /// <summary>c Σ θ², times on a scale where the largest age is 1.</summary>
    private double Penalty(double[] theta, double[] gradient, double[,] hessian)
    {
        double penalty = 0;
        for (int i = 0; i < 4; i++)
        {
            double scaled = i % 2 == 1 ? theta[i] / timeScale : theta[i];
            double square = penalizer * scaled * scaled;
            penalty += square;
            gradient[i] -= 2 * square;
            hessian[i, i] -= 4 * square;
        }

        return penalty;
    }
}
