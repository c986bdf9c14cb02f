using CustomerValue.Customers;
using CustomerValue.LifetimeValue.ParetoNbdDynamic;
using CustomerValue.Numerics;

namespace CustomerValue.Tests.LifetimeValue.ParetoNbdDynamic;

public class DynamicLikelihoodTests
{
    /// <summary>ln L and P(alive) as integrated with 40 digits, piece by piece.</summary>
    [Theory]
    [InlineData(0.55, 10.6, 0.6, 11.7, 0.4, -0.3, 0.2, 0.5, 0, 0, 39.3, 0.7, -0.51506651273566405022, 0.28042310937955519332)]
    [InlineData(0.55, 10.6, 0.6, 11.7, 0.4, -0.3, 0.2, 0.5, 3, 17.25, 39.3, 2.4, -11.866706609401592684, 0.40413339232088425902)]
    [InlineData(1.7, 2.5, 2.2, 30, 1.5, 2.0, -1.0, 1.0, 25, 30.1, 51.9, 3, -68.944739758442039887, 0.000043214811468324585848)]
    [InlineData(0.0001, 0.001, 0.0001, 0.001, 0.4, -0.3, 0.2, 0.5, 2, 1.5, 50.5, 0.25, -17.074051438341634804, 0.94836770154462756203)]
    [InlineData(10000.0, 100000.0, 10000.0, 1000000.0, 0.4, -0.3, 0.2, 0.5, 5, 20.5, 50.5, 0.25, -15.916799406178257745, 0.24807669680223548442)]
    [InlineData(2.0, 1e-06, 3.0, 1e-06, 0.4, -0.3, 0.2, 0.5, 0, 0, 50.5, 0.25, -0.51082562376599068321, 3.3573337320192987934e-39)]
    [InlineData(0.5, 100000000.0, 0.5, 100000000.0, 3, -3, -3, 3, 1, 10, 50, 0, -19.113831487055653296, 0.99999722185210514565)]
    [InlineData(0.8, 4.0, 0.7, 6.0, 0.4, -0.3, 0.2, 0.5, 2000, 45.5, 60.25, 10.5, 5476.9503752259944382, 2.483047249724477401e-250)]
    [InlineData(40.0, 1e-08, 30.0, 50.0, 0.4, -0.3, 0.2, 0.5, 1, 1, 60.25, 10.5, -726.63298404503738276, 3.1337128243100981362e-87)]
    [InlineData(0.0002, 10000.0, 0.6, 11.7, 0.4, -0.3, 0.2, 0.5, 0, 0, 39.3, 0.7, -4.6006422651968526309e-7, 0.39313817797420703903)]
    [InlineData(0.5, 10000000.0, 3.0, 0.01, 1.4, -0.3, 0.2, 0.5, 0, 0, 20.25, 3, -3.0835847749040072893e-10, 8.5634173495367972984e-11)]
    public void Forty_digit_integration(double r, double alpha, double s, double beta, double wave, double promo, double leavingWave, double leavingPromo, int x, double recency, double age, double start, double logLikelihood, double alive)
    {
        CovariateHistories histories = DynamicSamples.One(DynamicSamples.Paths(), x, recency, age, start);
        ParetoNbdDynamicScorer scorer = DynamicSamples.Model(r, alpha, s, beta, wave, promo, leavingWave, leavingPromo).Over(histories.Paths);
        Relative.Equal(logLikelihood, scorer.LogLikelihood(histories[0]), 1e-11);
        Relative.Equal(alive, scorer.ProbabilityAlive(histories[0]), 1e-10);

        DynamicLikelihood objective = Objective(histories, scaled: false);
        double[] point = [Math.Log(r), Math.Log(alpha), Math.Log(s), Math.Log(beta), wave, promo, leavingWave, leavingPromo];
        Assert.Equal(logLikelihood, objective.Evaluate(point, new double[8], new double[8, 8]), 1e-12 * (1 + Math.Abs(logLikelihood)));
    }

    [Theory]
    [InlineData(-0.5, 2, -0.5, 2.5, 0.3, -0.2, 0.2, 0.1, 0)]
    [InlineData(-0.5, 2, -0.5, 2.5, 0.3, -0.2, 0.2, 0.1, 0.3)]
    [InlineData(1.5, -1, 2, -2, -1.5, 1, 2, -1, 0)]
    [InlineData(-3, 4, -4, -1, 0, 0, 0, 0, 0)]
    [InlineData(3, 6, 3, 7, 0.5, 0.5, -0.5, -0.5, 0)]
    [InlineData(0, -6, 0, -6, 0.5, 0.5, -0.5, -0.5, 0)]
    public void Gradient_and_hessian_are_central_differences(double r, double alpha, double s, double beta, double wave, double promo, double leavingWave, double leavingPromo, double penalizer)
    {
        CovariateHistories histories = DynamicSamples.Drawn(DynamicSamples.Model(), DynamicSamples.Paths(), 40, 60.5, new Random(1));
        Derivatives.AssertRight(Objective(histories, scaled: true, penalizer), [r, alpha, s, beta, wave, promo, leavingWave, leavingPromo]);
    }

    /// <summary>Short steps of a long piece, and an effect on one process only.</summary>
    [Fact]
    public void Derivatives_are_right_where_a_process_has_no_covariates()
    {
        CovariateHistories histories = DynamicSamples.Drawn(DynamicSamples.Model(), DynamicSamples.Paths(), 40, 60.5, new Random(2));
        CovariateScales scales = CovariateScales.Of(histories, null);
        Derivatives.AssertRight(new DynamicLikelihood(DynamicPopulation.Of(histories, [1], [], null, scales), 60, 0, default), [0.2, 1, 0.3, -1, 0.7]);
        Derivatives.AssertRight(new DynamicLikelihood(DynamicPopulation.Of(histories, [], [1], null, scales), 60, 0, default), [0.2, 1, 0.3, -1, 0.7]);
        Derivatives.AssertRight(new DynamicLikelihood(DynamicPopulation.Of(histories, [], [], null, scales), 60, 0, default), [0.2, 1, 0.3, -1]);
    }

    /// <summary>Over eight orders of magnitude of every parameter, and any history, all is finite, and what is written by four is what is written one by one.</summary>
    [Fact]
    public void Nothing_is_nan_or_infinite_anywhere()
    {
        Random random = new(6);
        CovariatePaths paths = DynamicSamples.Paths(continuation: PathContinuation.LastYear);
        for (int i = 0; i < 1000; i++)
        {
            double Wide() => Math.Pow(10, (8 * random.NextDouble()) - 4);
            double Effect() => (6 * random.NextDouble()) - 3;
            double[] p = [Wide(), Wide(), Wide(), Wide(), Effect(), Effect(), Effect(), Effect()];
            int x = random.Next(4) switch { 0 => 0, 1 => 1, 2 => random.Next(20), _ => random.Next(2000) };
            double age = 100 * random.NextDouble() * (random.Next(5) == 0 ? 1e-6 : 1);
            CovariateHistories histories = DynamicSamples.One(paths, x, x == 0 ? 0 : age * random.NextDouble(), age, 15 * random.NextDouble());
            double[] gradient = new double[8];
            double[,] hessian = new double[8, 8];
            double value = Objective(histories, scaled: false).Evaluate(p.Select((parameter, j) => j < 4 ? Math.Log(parameter) : parameter).ToArray(), gradient, hessian);
            ParetoNbdDynamicScorer scorer = DynamicSamples.Model(p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7]).Over(paths);
            Assert.Equal(scorer.LogLikelihood(histories[0]), value, 1e-11 * (1 + Math.Abs(value)));
            Assert.True(gradient.All(double.IsFinite) && hessian.Cast<double>().All(double.IsFinite) && double.IsFinite(value), string.Join(' ', p));
            Assert.InRange(scorer.ProbabilityAlive(histories[0]), 0, 1);
            Assert.True(double.IsFinite(scorer.ExpectedPurchases(histories[0], 26)), string.Join(' ', p));
        }
    }

    [Fact]
    public void Moments_by_four_are_moments_one_by_one()
    {
        Random random = new(7);
        double[] one = new double[25];
        double[] four = new double[25];
        for (int i = 0; i < 1000; i++)
        {
            double k = Math.Pow(10, (6 * random.NextDouble()) - 3);
            double l = 1 + Math.Pow(10, (6 * random.NextDouble()) - 3);
            double rho = Math.Pow(10, (8 * random.NextDouble()) - 8);
            double sigma = Math.Pow(10, (8 * random.NextDouble()) - 8);
            double width = PieceMoments.Step(k, l, rho, sigma, 10);
            PieceMoments.Write(k, l, rho, sigma, width, 1.5, four);
            PieceMoments.WriteOneByOne(k, l, rho, sigma, width, 1.5, one);
            for (int j = 0; j < 25; j++)
                Relative.Equal(one[j], four[j], 1e-12);
            Relative.Equal(1.5 * PieceMoments.Integral(k, l, rho, sigma, width), four[0], 1e-13);
        }
    }

    [Fact]
    public void The_population_is_the_sum_of_its_customers_whatever_their_order_and_weights()
    {
        CovariatePaths paths = DynamicSamples.Paths();
        CovariateHistories histories = DynamicSamples.Drawn(DynamicSamples.Model(), paths, 700, 60.5, new Random(3));
        ParetoNbdDynamicModel model = DynamicSamples.Model();
        double[] each = new double[histories.Count];
        model.Over(paths).LogLikelihood(histories, each);
        double[] point = model.Values().Select((value, i) => i < 4 ? Math.Log(value) : value).ToArray();

        DynamicLikelihood objective = Objective(histories, scaled: false);
        objective.Evaluate(point, new double[8], new double[8, 8]);
        Relative.Equal(each.Sum(), objective.LogLikelihood, 1e-11);

        double[] weights = each.Select((_, i) => i % 3 / 2.0).ToArray();
        DynamicLikelihood weighted = new(DynamicPopulation.Of(histories, [0, 1], [0, 1], weights, Unscaled), 60, 0, default);
        weighted.Evaluate(point, new double[8], new double[8, 8]);
        Relative.Equal(each.Zip(weights, (value, weight) => value * weight).Sum(), weighted.LogLikelihood, 1e-11);

        int[] shuffled = Enumerable.Range(0, histories.Count).OrderBy(i => (i * 7919) % histories.Count).ToArray();
        CovariateHistories reordered = new(
            new SummaryColumns(TimeUnit.Week, shuffled.Select(i => histories.Columns.Frequency[i]).ToArray(), shuffled.Select(i => histories.Columns.Recency[i]).ToArray(), shuffled.Select(i => histories.Columns.Age[i]).ToArray()),
            paths,
            shuffled.Select(i => histories.Start[i]).ToArray(),
            shuffled.SelectMany(i => histories.Sums(i).ToArray()).ToArray());
        DynamicLikelihood other = Objective(reordered, scaled: false);
        other.Evaluate(point, new double[8], new double[8, 8]);
        Assert.Equal(objective.LogLikelihood, other.LogLikelihood);
    }

    private static CovariateScales Unscaled => new() { Mean = [0, 0], Deviation = [1, 1] };

    private static DynamicLikelihood Objective(CovariateHistories histories, bool scaled, double penalizer = 0) =>
        new(DynamicPopulation.Of(histories, [0, 1], [0, 1], null, scaled ? CovariateScales.Of(histories, null) : Unscaled), 60, penalizer, default);
}
