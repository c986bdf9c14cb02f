using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.GgomNbd;

/// <summary>
/// Penalised mean log-likelihood of GGom/NBD over distinct histories, by the logarithms of (r, α, b, s, β), with exact gradient and
/// Hessian. What depends on the whole number x alone is a running sum; the rest is one quadrature a history.
/// </summary>
internal sealed class GgomNbdLikelihood(Population population) : IPopulationLikelihood
{
    private readonly double[] units = [1, population.TimeScale, 1 / population.TimeScale, 1, 1];
    private readonly double[] weightOf = WeightByFrequency(population.Histories);

    public int Dimension => 5;

    public double LogLikelihood { get; private set; }

    public double Evaluate(double[] x, double[] gradient, double[,] hessian)
    {
        double[] theta = Array.ConvertAll(x, Math.Exp);
        double total = ChunkedSum.Over(population.Histories.Count, (from, to, g, h) => Silences(theta, from, to, g, h), gradient, hessian);
        total += Purchases(theta, gradient, hessian);
        LogLikelihood = total;
        double value = total / population.Customers;
        for (int i = 0; i < 5; i++)
        {
            // Without a penalty even where the square overflows.
            double penalty = population.Penalizer == 0 ? 0 : population.Penalizer * (theta[i] / units[i]) * (theta[i] / units[i]);
            value -= penalty;
            gradient[i] = (gradient[i] / population.Customers) - (2 * penalty);
            for (int j = i; j < 5; j++)
                hessian[j, i] = hessian[i, j] /= population.Customers;
            hessian[i, i] -= 4 * penalty;
        }

        return value;
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

    /// <summary>Σ ln[(r)_x/α^x], divided by α in each factor, so that it doesn't cancel where r and α are huge.</summary>
    private double Purchases(double[] theta, double[] gradient, double[,] hessian)
    {
        double r = theta[0];
        double logRising = 0;
        double first = 0;
        double second = 0;
        double total = 0;
        for (int x = 0; x < weightOf.Length; x++)
        {
            double weight = weightOf[x];
            if (weight > 0)
            {
                total += weight * logRising;
                gradient[0] += weight * first;
                gradient[1] -= weight * x;
                hessian[0, 0] += weight * second;
            }

            double share = r / (r + x);
            logRising += Math.Log((r + x) / theta[1]);
            first += share;
            second += share * (1 - share);
        }

        return total;
    }

    private static double[] WeightByFrequency(DistinctHistories histories)
    {
        double[] weights = new double[histories.Frequency.Max() + 1];
        for (int row = 0; row < histories.Count; row++)
            weights[histories.Frequency[row]] += histories.Weight[row];
        return weights;
    }
}
