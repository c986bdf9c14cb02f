using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.HierarchicalBayes;
using CustomerValue.LifetimeValue.ParetoNbdAbe;
using CustomerValue.Numerics;
using CustomerValue.Tests.LifetimeValue.HierarchicalBayes;
using CustomerValue.Tests.Simulation;
using CustomerValue.Validation;

namespace CustomerValue.Tests.LifetimeValue.ParetoNbdAbe;

public class ParetoNbdAbeEstimatorTests
{
    private const int Customers = 30;
    private static readonly AbePriors Priors = new() { Precision = 2, Freedom = 12, Scale = 10 };
    private static readonly FitOptions Short = new() { Sampling = new SamplingOptions { Seed = 3, Chains = 2, BurnIn = 100, Draws = 40, Thinning = 2 } };

    [Fact]
    public void Ranks_of_the_truth_are_uniform_with_a_covariate()
    {
        RankCounts counts = new(7);
        for (int set = 0; set < RankCounts.DataSets; set++)
        {
            RandomStream random = new(88, set, 0, 0);
            (double[] truth, SummaryColumns columns, NamedCovariate covariate) = Draw(ref random);
            FitOptions options = new() { Sampling = new SamplingOptions { Seed = set, Chains = 1, BurnIn = 200, Draws = 63, Thinning = 8 } };
            counts.Add(truth, new ParetoNbdAbeEstimator { Priors = Priors, Workers = 1 }.Run(columns, [covariate], null, options, CancellationToken.None).Draws.All);
        }

        counts.AreUniform();
    }

    /// <summary>Of an inverse Wishart distribution the mean is scale/(ν − 3), and coefficients have the variance Γ/A.</summary>
    [Fact]
    public void Without_customers_the_prior_is_drawn()
    {
        AbePopulation population = new(Priors, [[], []], 0);
        RandomStream random = new(5, 0, 0, 0);
        List<double> lambda = [], both = [], mu = [], beta = [];
        for (int i = 0; i < 40_000; i++)
        {
            population.Draw(new double[2, 2], (0, 0, 0), ref random);
            lambda.Add(population.Gamma.Lambda);
            both.Add(population.Gamma.Both);
            mu.Add(population.Gamma.Mu);
            beta.Add(population.Beta[1, 1] * population.Beta[1, 1]);
        }

        Assert.InRange(Z.OfMean(lambda, 10.0 / 9), -Z.Most, Z.Most);
        Assert.InRange(Z.OfMean(mu, 10.0 / 9), -Z.Most, Z.Most);
        Assert.InRange(Z.OfMean(both, 0), -Z.Most, Z.Most);
        Assert.InRange(Z.OfMean(beta, 10.0 / 9 / 2), -Z.Most, Z.Most);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void The_same_seed_gives_the_same_draws_on_any_number_of_threads(int workers)
    {
        RandomStream random = new(88, 0, 0, 0);
        (_, SummaryColumns columns, NamedCovariate covariate) = Draw(ref random);
        PosteriorFit one = new ParetoNbdAbeEstimator { Workers = 2 }.Sample(columns, [covariate], [10], Short);
        PosteriorFit other = new ParetoNbdAbeEstimator { Workers = workers }.Sample(columns, [covariate], [10], Short);
        Assert.Equal(one.Report.Parameters, other.Report.Parameters);
        Assert.Equal(one.Model.Draws, other.Model.Draws);
        for (int row = 0; row < columns.Count; row++)
        {
            Assert.Equal(one.Customers[row].PurchaseRate, other.Customers[row].PurchaseRate);
            Assert.Equal(one.Customers[row].Purchases, other.Customers[row].Purchases);
        }

        Assert.NotEqual(one.Report.Parameters, new ParetoNbdAbeEstimator().Sample(columns, [covariate], [], Short with { Sampling = Short.Sampling! with { Seed = 4 } }).Report.Parameters);
    }

    /// <summary>Long chains of ours lie at −3.5, −3.7, 1.4 and 3; this short one is to be in that place.</summary>
    [SkippableFact]
    public void Cdnow_without_covariates_is_where_long_chains_are()
    {
        FitReport report = new ParetoNbdAbeEstimator().Fit(Cdnow.Calibration(), new FitOptions { Sampling = new SamplingOptions { Chains = 1, BurnIn = 300, Draws = 50, Thinning = 4 } }).Report;
        Assert.InRange(report.Parameters[0].Value, -3.9, -3.2);
        Assert.InRange(report.Parameters[1].Value, -4.6, -3);
        Assert.InRange(report.Parameters[2].Value, 1, 1.8);
        Assert.InRange(report.Parameters[4].Value, 1.2, 6);
    }

    [Fact]
    public void Wrong_calls_are_refused_and_cancelling_stops_it()
    {
        ParetoNbdAbeEstimator estimator = new();
        SummaryColumns columns = new(TimeUnit.Week, [0, 1], [0, 2], [3, 4]);
        Assert.Throws<DataRejectedException>(() => estimator.Fit(columns, new FitOptions { Weights = [1, 1] }));
        Assert.Throws<DataRejectedException>(() => estimator.Fit(new SummaryColumns(TimeUnit.Week, [0], [0], [0])));
        Assert.Throws<DataRejectedException>(() => estimator.Fit(new SummaryColumns(TimeUnit.Week, [], [], [])));
        Assert.Contains("spend", Assert.Throws<DataRejectedException>(() => estimator.Sample(columns, [new() { Name = "spend", Values = [1] }], [])).Message, StringComparison.Ordinal);
        Assert.Contains("spend", Assert.Throws<DataRejectedException>(() => estimator.Sample(columns, [new() { Name = "spend", Values = [1, double.NaN] }], [])).Message, StringComparison.Ordinal);
        Assert.Throws<DataRejectedException>(() => estimator.Sample(columns, [new() { Name = "a", Values = [1, 2] }, new() { Name = "a", Values = [1, 2] }], []));
        using CancellationTokenSource source = new();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => estimator.Fit(columns, null, source.Token));
    }

    private static (double[] Truth, SummaryColumns Columns, NamedCovariate Covariate) Draw(ref RandomStream random)
    {
        AbePopulation population = new(Priors, [[], []], 0);
        population.Draw(new double[2, 2], (0, 0, 0), ref random);
        (double varLambda, double both, double varMu) = population.Gamma;
        (int[] frequency, double[] recency, double[] age, double[] covariate) = (new int[Customers], new double[Customers], new double[Customers], new double[Customers]);
        for (int i = 0; i < Customers; i++)
        {
            covariate[i] = random.Normal();
            double z = random.Normal();
            double spread = Math.Sqrt(varLambda);
            double lambda = Math.Exp(population.Beta[0, 0] + (covariate[i] * population.Beta[1, 0]) + (spread * z));
            double mu = Math.Exp(population.Beta[0, 1] + (covariate[i] * population.Beta[1, 1]) + (both / spread * z) + (Math.Sqrt(varMu - (both * both / varLambda)) * random.Normal()));
            age[i] = 2 + (3 * random.Uniform());
            double end = Math.Min(age[i], random.Exponential() / mu);
            for (double time = random.Exponential() / lambda; time < end; time += random.Exponential() / lambda)
                (frequency[i], recency[i]) = (frequency[i] + 1, time);
        }

        double[] truth = [population.Beta[0, 0], population.Beta[0, 1], population.Beta[1, 0], population.Beta[1, 1], varLambda, both, varMu];
        return (truth, new SummaryColumns(TimeUnit.Week, frequency, recency, age), new NamedCovariate { Name = "x", Values = covariate });
    }
}
