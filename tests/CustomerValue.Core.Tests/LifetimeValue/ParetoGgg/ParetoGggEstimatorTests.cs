using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.HierarchicalBayes;
using CustomerValue.LifetimeValue.ParetoGgg;
using CustomerValue.Numerics;
using CustomerValue.Tests.LifetimeValue.HierarchicalBayes;
using CustomerValue.Validation;

namespace CustomerValue.Tests.LifetimeValue.ParetoGgg;

public class ParetoGggEstimatorTests
{
    private const int Customers = 25;
    private static readonly GggPriors Priors = new() { T = new(8, 4), Gamma = new(4, 4), R = new(4, 3), Alpha = new(4, 2), S = new(4, 3), Beta = new(4, 0.4) };

    [Fact]
    public void Ranks_of_the_truth_are_uniform_and_customers_are_alive_as_often_as_said()
    {
        RankCounts counts = new(6);
        double alive = 0, expected = 0, spread = 0, bought = 0, forecast = 0, variance = 0;
        for (int set = 0; set < RankCounts.DataSets; set++)
        {
            RandomStream random = new(99, set, 0, 0);
            (double[] truth, SummaryColumns columns, bool[] isAlive, int[] later) = Draw(ref random);
            FitOptions options = new() { Sampling = new SamplingOptions { Seed = set, Chains = 1, BurnIn = 120, Draws = 63, Thinning = 5 } };
            (PosteriorDraws draws, CustomerMoments[] customers, _) = new ParetoGggEstimator { Priors = Priors, Workers = 1 }.Run(columns, [5], options, CancellationToken.None);
            counts.Add(truth, draws.All);
            for (int i = 0; i < Customers; i++)
            {
                double p = customers[i].Numbers[CustomerMoments.Alive];
                (alive, expected, spread) = (alive + (isAlive[i] ? 1 : 0), expected + p, spread + (p * (1 - p)));
                double deviation = customers[i].Numbers[CustomerMoments.Horizons + 1];
                (bought, forecast, variance) = (bought + later[i], forecast + customers[i].Numbers[CustomerMoments.Horizons], variance + (deviation * deviation));
            }
        }

        counts.AreUniform();
        // Customers of one data set share its parameters, which widens both.
        Assert.InRange((alive - expected) / Math.Sqrt(spread), -5, 5);
        Assert.InRange((bought - forecast) / Math.Sqrt(variance), -6, 6);
    }

    [Theory]
    [InlineData(0.4, 0.2, 0.05, 12)]
    [InlineData(1, 0.2, 0.05, 12)]
    [InlineData(6, 1.5, 0.3, 2)]
    [InlineData(40, 0.1, 1e-9, 11)]
    public void The_chance_of_a_silence_is_its_integral(double k, double lambda, double mu, double silence)
    {
        double Survives(double y) => MathNet.Numerics.SpecialFunctions.GammaUpperRegularized(k, k * lambda * y);
        double total = Math.Exp(-mu * silence) * Survives(silence);
        double alive = total;
        for (double from = 0, width = silence * 1e-6; from < silence; from += width, width = Math.Min(2 * width, silence - from))
            total += GaussLegendre.Integrate(from, from + width, new Leaving(mu, Survives));
        Relative.Equal(total, Math.Exp(RegularBuyer.LogChance(k, lambda, mu, 0, 0, 0, silence)), 1e-9);
        Relative.Equal(alive / total, RegularBuyer.Alive(k, lambda, mu, silence), 1e-9);
    }

    /// <summary>With k near 0 a gap is next to nothing or beyond all bounds, and no proposal fits: the draw must come to an end all the same, and be right.</summary>
    [Theory]
    [InlineData(1e-7, 0.5, 0.1, 10)]
    [InlineData(0.02, 0.5, 2, 10)]
    [InlineData(3, 2, 0.1, 4)]
    public void The_time_of_leaving_is_drawn_from_its_density(double k, double lambda, double mu, double silence)
    {
        const int draws = 4000;
        DropoutDraw dropout = new(Priors.S, Priors.Beta, 1);
        RandomStream random = new(5, 0, 0, 0);
        double Left(double y) => RegularBuyer.Silence(k, k * lambda, mu, y) - RegularBuyer.SilentAndStill(k, k * lambda, mu, y);
        int[] counts = new int[4];
        int left = 0;
        for (int i = 0; i < draws; i++)
        {
            dropout.Set(0, k, lambda, mu, 3, 3 + silence, ref random);
            if (dropout.Ended(0) is not double end)
                continue;
            left++;
            counts[Math.Min(3, (int)(4 * Left(end - 3) / Left(silence)))]++;
        }

        Assert.InRange(left / (double)draws, 1 - RegularBuyer.Alive(k, lambda, mu, silence) - 0.04, 1 - RegularBuyer.Alive(k, lambda, mu, silence) + 0.04);
        Assert.All(counts, count => Assert.InRange(count, (left / 4.0) - (5 * Math.Sqrt(left / 5.0)), (left / 4.0) + (5 * Math.Sqrt(left / 5.0))));
    }

    /// <summary>With k = 1 gaps are exponential, and the sum of their logs says nothing.</summary>
    [Fact]
    public void Without_regularity_it_is_the_plain_process()
    {
        const double lambda = 0.3, mu = 0.04;
        double chance = RegularBuyer.LogChance(1, lambda, mu, 5, 3.7, 20, 9);
        double expected = (5 * Math.Log(lambda)) - ((lambda + mu) * 20) + Math.Log((mu + (lambda * Math.Exp(-(lambda + mu) * 9))) / (lambda + mu));
        Assert.Equal(expected, chance, 1e-12);
    }

    [Fact]
    public void The_same_seed_gives_the_same_draws_on_any_number_of_threads()
    {
        RandomStream random = new(99, 0, 0, 0);
        (_, SummaryColumns columns, _, _) = Draw(ref random);
        FitOptions options = new() { Sampling = new SamplingOptions { Seed = 3, Chains = 3, BurnIn = 100, Draws = 30, Thinning = 1 } };
        PosteriorFit one = new ParetoGggEstimator { Workers = 1, Priors = Priors }.Sample(columns, [10], options);
        PosteriorFit other = new ParetoGggEstimator { Workers = 4, Priors = Priors }.Sample(columns, [10], options);
        Assert.Equal(one.Report.Parameters, other.Report.Parameters);
        Assert.True(double.IsFinite(one.Report.LogLikelihood));
        for (int row = 0; row < columns.Count; row++)
        {
            Assert.Equal(one.Customers[row].PurchaseRate, other.Customers[row].PurchaseRate);
            Assert.Equal(one.Customers[row].Purchases, other.Customers[row].Purchases);
        }
    }

    [Fact]
    public void Without_the_logs_of_gaps_it_says_what_to_do()
    {
        ParetoGggEstimator sampler = new();
        DataRejectedException none = Assert.Throws<DataRejectedException>(() => sampler.Sample(new SummaryColumns(TimeUnit.Week, [1], [2], [3]), []));
        Assert.Contains("--details", none.Message, StringComparison.Ordinal);
        Assert.Throws<DataRejectedException>(() => sampler.Sample(new SummaryColumns(TimeUnit.Week, [1], [2], [3], logGaps: [double.NaN]), []));
        Assert.Throws<DataRejectedException>(() => sampler.Sample(new SummaryColumns(TimeUnit.Week, [1], [2], [3], logGaps: [0.7]), [], new FitOptions { Weights = [2] }));
        using CancellationTokenSource source = new();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => sampler.Sample(new SummaryColumns(TimeUnit.Week, [1], [2], [3], logGaps: [0.7]), [], null, source.Token));
    }

    private static double Of(ref RandomStream random, GammaPrior prior) => random.Gamma(prior.Shape) / prior.Rate;

    private static (double[] Truth, SummaryColumns Columns, bool[] Alive, int[] Later) Draw(ref RandomStream random)
    {
        double[] truth = [Of(ref random, Priors.T), Of(ref random, Priors.Gamma), Of(ref random, Priors.R), Of(ref random, Priors.Alpha), Of(ref random, Priors.S), Of(ref random, Priors.Beta)];
        (int[] frequency, double[] recency, double[] age, double[] logGaps) = (new int[Customers], new double[Customers], new double[Customers], new double[Customers]);
        (bool[] alive, int[] later) = (new bool[Customers], new int[Customers]);
        for (int i = 0; i < Customers; i++)
        {
            // In logs and without bounds: a data set that is not from the model is ranked wrongly by a right sampler.
            double k = Math.Exp(random.LogGamma(truth[0])) / truth[1];
            double lambda = Math.Exp(random.LogGamma(truth[2])) / truth[3];
            double end = random.Exponential() / (Math.Exp(random.LogGamma(truth[4])) / truth[5]);
            age[i] = 6 + (4 * random.Uniform());
            alive[i] = end > age[i];
            double time = 0;
            while (true)
            {
                double logGap = random.LogGamma(k) - Math.Log(k * lambda);
                time += Math.Exp(logGap);
                if (time > Math.Min(end, age[i] + 5))
                    break;
                if (time > age[i])
                    later[i]++;
                else
                    (frequency[i], recency[i], logGaps[i]) = (frequency[i] + 1, time, logGaps[i] + logGap);
            }
        }

        return (truth, new SummaryColumns(TimeUnit.Week, frequency, recency, age, logGaps: logGaps), alive, later);
    }

    private readonly struct Leaving(double mu, Func<double, double> survives) : IFunction
    {
        public double At(double y) => mu * Math.Exp(-mu * y) * survives(y);
    }
}
