using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.ParetoNbdDynamic;

/// <summary>The penalised mean log-likelihood of a population by (ln r, ln α, ln s, ln β, γ), with exact gradient and Hessian.</summary>
internal sealed class DynamicLikelihood : IPopulationLikelihood
{
    /// <summary>A customer is as much work as so many rows of other models, so chunks hold fewer. A power of 2, by which chunks can be divided.</summary>
    private const int RowsOfCustomer = 16;

    private readonly DynamicPopulation population;
    private readonly double customers;
    private readonly double timeScale;
    private readonly double penalizer;
    private readonly double[][] rates;
    private readonly int largestFrequency;
    private readonly CancellationToken cancellationToken;

    public DynamicLikelihood(DynamicPopulation population, double timeScale, double penalizer, CancellationToken cancellationToken)
    {
        this.population = population;
        this.timeScale = timeScale;
        this.penalizer = penalizer;
        this.cancellationToken = cancellationToken;
        customers = population.Weight;
        largestFrequency = population.Customers.Max(customer => customer.Frequency);
        rates = Array.ConvertAll(population.Paths, runs => new double[2 * runs.Ends.Length]);
    }

    public int Dimension => 4 + population.PurchaseEffects + population.DropoutEffects;

    public double LogLikelihood { get; private set; }

    public double Evaluate(double[] x, double[] gradient, double[,] hessian)
    {
        double[] theta = x.Select((value, i) => i < 4 ? Math.Exp(value) : value).ToArray();
        for (int path = 0; path < rates.Length; path++)
            PathRates.Write(population.Paths[path], theta, population.PurchaseEffects, population.DropoutEffects, rates[path]);
        RisingFactorial rising = new(theta[0], largestFrequency);
        double total = ChunkedSum.Over(
            RowsOfCustomer * population.Customers.Length,
            (from, to, g, h) => Part(theta, rising, from / RowsOfCustomer, to / RowsOfCustomer, g, h),
            gradient,
            hessian,
            cancellationToken);
        LogLikelihood = total;
        double value = Penalize(theta, total, gradient, hessian);
        return double.IsNaN(value) ? double.NegativeInfinity : value;
    }

    private double Part(double[] theta, RisingFactorial rising, int from, int to, Span<double> g, Span<double> h)
    {
        CustomerLikelihood likelihood = new(population.PurchaseEffects, population.DropoutEffects);
        double total = 0;
        for (int i = from; i < to; i++)
        {
            ref readonly DynamicCustomer customer = ref population.Customers[i];
            double value = likelihood.Add(theta, population.Paths[customer.Path], rates[customer.Path], customer, g, h) + rising.Log[customer.Frequency];
            g[0] += customer.Weight * rising.Slope[customer.Frequency];
            h[0] += customer.Weight * rising.Curvature[customer.Frequency];
            for (int effect = 0; effect < population.PurchaseEffects; effect++)
            {
                double sum = population.Sums[(customer.Row * population.PurchaseEffects) + effect];
                value += theta[4 + effect] * sum;
                g[4 + effect] += customer.Weight * sum;
            }

            total += customer.Weight * value;
        }

        return total;
    }

    /// <summary>The mean, less c times the squares of the parameters; effects count as they are, a standard deviation of their covariate each.</summary>
    private double Penalize(double[] theta, double total, double[] g, double[,] h)
    {
        double value = total / customers;
        for (int i = 0; i < theta.Length; i++)
        {
            for (int j = i; j < theta.Length; j++)
                h[j, i] = h[i, j] /= customers;
            double scaled = i is 1 or 3 ? theta[i] / timeScale : theta[i];
            g[i] = (g[i] / customers) - (2 * penalizer * (i < 4 ? scaled * scaled : scaled));
            h[i, i] -= penalizer * (i < 4 ? 4 * scaled * scaled : 2);
            value -= penalizer * scaled * scaled;
        }

        return value;
    }
}
