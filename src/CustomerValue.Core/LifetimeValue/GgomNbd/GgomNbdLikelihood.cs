using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.GgomNbd;

/// <summary>
/// Penalised mean log-likelihood of GGom/NBD over distinct histories, by the logarithms of (r, α, b, s, β), with exact gradient and
/// Hessian. What depends on the whole number x alone is a running sum; the rest is one quadrature a history.
/// </summary>
internal sealed class GgomNbdLikelihood(Population population) : IPopulationLikelihood
{
    private readonly double[] units = [1, population.TimeScale, 1 / population.TimeScale, 1, 1];
    private readonly double[] weightOf = CountTerms.WeightByFrequency(population.Histories);

    public int Dimension => 5;

    public double LogLikelihood { get; private set; }

    public double Evaluate(double[] x, double[] gradient, double[,] hessian)
    {
        double[] theta = Array.ConvertAll(x, Math.Exp);
        double total = ChunkedSum.Over(population.Histories.Count, (from, to, g, h) => Silences(theta, from, to, g, h), gradient, hessian);
        total += CountTerms.Add(weightOf, theta[0], theta[1], gradient, hessian);
        LogLikelihood = total;
        return LogParameters.PenalizedMeanByLogs(theta, units, population.Customers, population.Penalizer, total, gradient, hessian);
    }

    private double Silences(double[] theta, int from, int to, Span<double> gradient, Span<double> hessian)
    {
        DistinctHistories histories = population.Histories;
        Span<double> g = stackalloc double[5];
        Span<double> h = stackalloc double[25];
        GompertzLifetime life = new(theta[2], theta[3], theta[4]);
        double total = 0;
        for (int row = from; row < to; row++)
        {
            double weight = histories.Weight[row];
            total += weight * new Silence(theta[0], theta[1], life, histories.Frequency[row], histories.Recency[row], histories.Age[row]).Evaluate(g, h);
            for (int i = 0; i < 5; i++)
            {
                gradient[i] += weight * g[i];
                for (int j = i; j < 5; j++)
                    hessian[(i * 5) + j] += weight * h[(i * 5) + j];
            }
        }

        return total;
    }
}
