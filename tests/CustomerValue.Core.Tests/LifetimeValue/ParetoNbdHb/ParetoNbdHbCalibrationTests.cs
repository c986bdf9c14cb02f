using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.HierarchicalBayes;
using CustomerValue.LifetimeValue.ParetoNbdHb;
using CustomerValue.Numerics;
using CustomerValue.Tests.LifetimeValue.HierarchicalBayes;

namespace CustomerValue.Tests.LifetimeValue.ParetoNbdHb;

public class ParetoNbdHbCalibrationTests
{
    private const int Customers = 40;
    private static readonly ParetoNbdPriors Priors = new() { R = new(3, 3), Alpha = new(4, 0.5), S = new(3, 3), Beta = new(4, 0.2) };

    [Fact]
    public void Ranks_of_the_truth_are_uniform_for_the_population_and_for_customers()
    {
        RankCounts population = new(4);
        int sets = RankCounts.DataSets;
        int[] below = new int[6];
        double alive = 0;
        double expectedAlive = 0;
        double spread = 0;
        for (int set = 0; set < sets; set++)
        {
            RandomStream random = new(77, set, 0, 0);
            double[] truth = [Of(ref random, Priors.R), Of(ref random, Priors.Alpha), Of(ref random, Priors.S), Of(ref random, Priors.Beta)];
            (SummaryColumns columns, double[] lambda, double[] mu, bool[] isAlive) = Draw(ref random, truth);
            FitOptions options = new() { Sampling = new SamplingOptions { Seed = set, Chains = 1, BurnIn = 300, Draws = 199, Thinning = 4 } };
            PosteriorFit fit = new ParetoNbdHbEstimator { Priors = Priors, Workers = 1 }.Sample(columns, [], options);
            population.Add(truth, fit.Model.Draws);
            for (int i = 0; i < Customers; i++)
            {
                CustomerPosterior customer = fit.Customers[i];
                Count(below, 0, lambda[i], customer.PurchaseRate);
                Count(below, 3, mu[i], customer.DropoutRate);
                alive += isAlive[i] ? 1 : 0;
                expectedAlive += customer.ProbabilityAlive;
                spread += customer.ProbabilityAlive * (1 - customer.ProbabilityAlive);
            }
        }

        population.AreUniform();
        double n = sets * (double)Customers;
        foreach ((double level, int i) in new[] { (0.05, 0), (0.5, 1), (0.95, 2), (0.05, 3), (0.5, 4), (0.95, 5) })
        {
            // Customers of one data set share its parameters, so that data sets count, not customers.
            double width = 1.2 * Math.Sqrt(level * (1 - level) / sets);
            Assert.InRange(below[i] / n, level - width, level + width);
        }

        Assert.InRange((alive - expectedAlive) / Math.Sqrt(spread), -4, 4);
    }

    private static void Count(int[] below, int at, double truth, RatePosterior rate)
    {
        below[at] += truth < rate.Low ? 1 : 0;
        below[at + 1] += truth < rate.Median ? 1 : 0;
        below[at + 2] += truth < rate.High ? 1 : 0;
    }

    private static double Of(ref RandomStream random, GammaPrior prior) => random.Gamma(prior.Shape) / prior.Rate;

    private static (SummaryColumns Columns, double[] Lambda, double[] Mu, bool[] Alive) Draw(ref RandomStream random, double[] theta)
    {
        (int[] frequency, double[] recency, double[] age) = (new int[Customers], new double[Customers], new double[Customers]);
        (double[] lambda, double[] mu, bool[] alive) = (new double[Customers], new double[Customers], new bool[Customers]);
        for (int i = 0; i < Customers; i++)
        {
            age[i] = 30 + (20 * random.Uniform());
            lambda[i] = random.Gamma(theta[0]) / theta[1];
            mu[i] = random.Gamma(theta[2]) / theta[3];
            double lifetime = random.Exponential() / mu[i];
            alive[i] = lifetime > age[i];
            for (double time = random.Exponential() / lambda[i]; time < Math.Min(lifetime, age[i]); time += random.Exponential() / lambda[i])
                (frequency[i], recency[i]) = (frequency[i] + 1, time);
        }

        return (new SummaryColumns(TimeUnit.Week, frequency, recency, age), lambda, mu, alive);
    }
}
