using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.ParetoNbdDynamic;
using CustomerValue.Numerics;

namespace CustomerValue.Tests.LifetimeValue.ParetoNbdDynamic;

/// <summary>What must hold for every model of purchases, here given covariates past and future.</summary>
public class DynamicLawsTests
{
    private static readonly CovariatePaths Covariates = DynamicSamples.Paths(160, PathContinuation.LastYear);

    private static readonly ParetoNbdDynamicModel[] Models =
    [
        DynamicSamples.Model(),
        DynamicSamples.Model(0.05, 1, 3, 200, -2, 1, 1, 1),
        DynamicSamples.Model(6, 20, 1, 4, 1, -1, -1, 2),
        DynamicSamples.Model(0.4, 5, 0.05, 0.3, 0, 0, 0, 0),
    ];

    public static TheoryData<int, double, double, double> Histories => new()
    {
        { 0, 0, 0, 3.3 }, { 0, 0, 39, 3.3 }, { 1, 1, 39, 3.3 }, { 2, 30.4, 38, 0 }, { 12, 30, 39.25, 10.7 }, { 60, 70, 100, 2 },
    };

    [Theory]
    [MemberData(nameof(Histories))]
    public void Probabilities_masses_quantiles_and_discounts_fit_together(int x, double recency, double age, double start)
    {
        CovariateHistory history = DynamicSamples.One(Covariates, x, recency, age, start)[0];
        foreach (ParetoNbdDynamicScorer scorer in Models.Select(model => model.Over(Covariates)))
        {
            double alive = scorer.ProbabilityAlive(history);
            Assert.InRange(alive, 0, 1);
            Assert.Equal(alive, scorer.ProbabilityAlive(history, 0), 1e-14);
            Assert.True(scorer.ProbabilityAlive(history, 4) <= alive && scorer.ProbabilityAlive(history, 52) <= scorer.ProbabilityAlive(history, 4));

            double expected = scorer.ExpectedPurchases(history, 4.6);
            Assert.Equal(scorer.ExpectedPurchases(history, 30) - expected, scorer.ExpectedPurchases(history, 4.6, 30), 1e-12 * (1 + expected));
            double total = 0;
            double mean = 0;
            int median = -1;
            for (int n = 0; n < 2000 && total < 1 - 1e-13; n++)
            {
                double probability = scorer.ProbabilityOfPurchases(n, history, 4.6);
                total += probability;
                mean += n * probability;
                if (median < 0 && total >= 0.5)
                    median = n;
            }

            Assert.Equal(1, total, 1e-11);
            Assert.Equal(expected, mean, 1e-9 * (1 + expected));
            Assert.Equal(median, scorer.PurchaseQuantile(history, 4.6, 0.5));

            double year = scorer.ExpectedPurchases(history, 52);
            Relative.Equal(year, scorer.DiscountedExpectedPurchases(history, 52, 1e-13), 1e-10);
            double discounted = scorer.DiscountedExpectedPurchases(history, 52, 0.1);
            Assert.InRange(discounted, year / 1.1001, year);
            double forever = scorer.DiscountedExpectedResidualTransactions(history, 0.3);
            Relative.Equal(scorer.DiscountedExpectedPurchases(history, 10_000, 0.3), forever, 1e-11);
            Relative.Equal(scorer.DiscountedExpectedPurchases(history, 1000, 20), scorer.DiscountedExpectedResidualTransactions(history, 20), 1e-11);
        }
    }

    /// <summary>The likelihood of all outcomes is 1: over all ways to place x purchases, of which the last is at t, it is P(X(T) = x).</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void The_likelihood_of_all_histories_of_a_count_is_its_chance(int which)
    {
        CovariateHistory fresh = CovariateHistory.New(Covariates, 3.3);
        ParetoNbdDynamicScorer scorer = Models[which].Over(Covariates);
        Assert.Equal(scorer.ProbabilityOfPurchases(0, fresh, 20), Math.Exp(scorer.LogLikelihood(DynamicSamples.One(Covariates, 0, 0, 20, 3.3)[0])), 1e-12);
        for (int x = 1; x <= 3; x++)
        {
            double total = 0;
            for (int period = 3; period <= 23; period++)
                total += GaussLegendre.Integrate(Math.Max(3.3, period) - 3.3, Math.Min(23.3, period + 1) - 3.3, new LastPurchase(scorer, x, 20));
            Relative.Equal(scorer.ProbabilityOfPurchases(x, fresh, 20), total, 1e-9);
        }
    }

    /// <summary>L·e^(γz(t))·A(t)^(x−1)/(x−1)!: all purchases before the last one may be anywhere.</summary>
    private readonly struct LastPurchase(ParetoNbdDynamicScorer scorer, int x, double age) : IFunction
    {
        public double At(double t)
        {
            IReadOnlyList<ModelParameter> effects = scorer.Model.PurchaseEffects;
            double Rate(double time) => Math.Exp(effects.Select((effect, i) => effect.Value * Covariates[0, Covariates.PeriodAt(3.3 + time)][i]).Sum());
            double exposure = Enumerable.Range(3, 21).Sum(period => Math.Max(0, Math.Min(3.3 + t, period + 1) - Math.Max(3.3, period)) * Rate(period + 0.5 - 3.3));
            double factorial = Enumerable.Range(1, x - 1).Aggregate(1.0, (product, i) => product * i);
            return Math.Exp(scorer.LogLikelihood(DynamicSamples.One(Covariates, x, t, age, 3.3)[0])) * Rate(t) * Math.Pow(exposure, x - 1) / factorial;
        }
    }

    [Fact]
    public void Drawn_customers_do_what_is_expected_of_new_ones_and_of_their_histories()
    {
        const int customers = 8_000;
        Random random = new(11);
        ParetoNbdDynamicScorer scorer = Models[0].Over(Covariates);
        double[] start = Enumerable.Range(0, customers).Select(_ => 26 * random.NextDouble()).ToArray();
        IReadOnlyList<double>[] all = start.Select(time => scorer.SimulatePurchaseTimes(random, CovariateHistory.New(Covariates, time), 100 - time)).ToArray();
        CovariateHistories histories = CovariateHistories.FromTimes(Covariates, start, start.Select(time => 50 - time).ToArray(), all.Select((own, i) => (IReadOnlyList<double>)own.Where(time => time <= 50 - start[i]).ToArray()).ToArray());
        Moments.AssertZero(start.Select((time, i) => histories.Columns.Frequency[i] - scorer.ExpectedPurchases(CovariateHistory.New(Covariates, time), 50 - time)));
        Moments.AssertZero(all.Select((own, i) => own.Count - histories.Columns.Frequency[i] - scorer.ExpectedPurchases(histories[i], 50)));
        Moments.AssertZero(all.Select((own, i) => own.Count(time => time > 70 - start[i] && time <= 80 - start[i]) - scorer.ExpectedPurchases(histories[i], 20, 30)));
        Moments.AssertZero(all.Select((own, i) => (own.Count == histories.Columns.Frequency[i] ? 1 : 0) - scorer.ProbabilityOfPurchases(0, histories[i], 50)).Take(800));
        Moments.AssertZero(all.Select((own, i) => (own.Count == histories.Columns.Frequency[i] + 2 ? 1 : 0) - scorer.ProbabilityOfPurchases(2, histories[i], 50)).Take(800));
    }

    [Fact]
    public void The_last_year_repeated_is_the_path_written_out_and_the_last_period_held_too()
    {
        ParetoNbdDynamicModel model = DynamicSamples.Model();
        double[] Values(Func<int, int> period, int count) => Enumerable.Range(0, count).SelectMany(k => new[] { Math.Sin(period(k) / 3.0), period(k) % 7 == 3 ? 1 : 0 }).ToArray();
        CovariatePaths repeated = new(TimeUnit.Week, 1, ["wave", "promo"], [Values(k => k, 75)], PathContinuation.LastYear);
        CovariatePaths held = new(TimeUnit.Week, 1, ["wave", "promo"], [Values(k => k, 75)], PathContinuation.LastPeriod);
        CovariatePaths year = new(TimeUnit.Week, 1, ["wave", "promo"], [Values(k => k < 75 ? k : 23 + ((k - 23) % 52), 400)]);
        CovariatePaths last = new(TimeUnit.Week, 1, ["wave", "promo"], [Values(k => Math.Min(k, 74), 400)]);
        foreach ((CovariatePaths ruled, CovariatePaths written) in new[] { (repeated, year), (held, last) })
        {
            CovariateHistory history = DynamicSamples.One(ruled, 2, 30, 60, 4.5)[0];
            Relative.Equal(model.Over(written).ExpectedPurchases(history, 320), model.Over(ruled).ExpectedPurchases(history, 320), 1e-12);
            Relative.Equal(model.Over(written).ProbabilityAlive(history, 320), model.Over(ruled).ProbabilityAlive(history, 320), 1e-12);
            CovariateHistory late = CovariateHistory.New(ruled, 300.25);
            Relative.Equal(model.Over(ruled).DiscountedExpectedPurchases(late, 20_000, 0.1), model.Over(ruled).DiscountedExpectedResidualTransactions(late, 0.1), 1e-11);
            Relative.Equal(model.Over(written).ExpectedPurchases(late, 50), model.Over(ruled).ExpectedPurchases(late, 50), 1e-11);
        }
    }

    [Fact]
    public void Columns_and_single_customers_agree_and_allocate_the_same_few_bytes_for_any_number()
    {
        CovariateHistories histories = DynamicSamples.Drawn(Models[0], Covariates, 600, 60.5, new Random(12));
        ParetoNbdDynamicScorer scorer = Models[0].Over(Covariates);
        double[] scores = new double[histories.Count];
        Same(() => scorer.LogLikelihood(histories, scores), scorer.LogLikelihood);
        Same(() => scorer.ProbabilityAlive(histories, scores), scorer.ProbabilityAlive);
        Same(() => scorer.ProbabilityAlive(histories, 26, scores), history => scorer.ProbabilityAlive(history, 26));
        Same(() => scorer.ExpectedPurchases(histories, 26, scores), history => scorer.ExpectedPurchases(history, 26));
        Same(() => scorer.DiscountedExpectedPurchases(histories, 26, 0.1, scores), history => scorer.DiscountedExpectedPurchases(history, 26, 0.1));
        Same(() => scorer.DiscountedExpectedPurchases(histories, double.PositiveInfinity, 0.1, scores), history => scorer.DiscountedExpectedResidualTransactions(history, 0.1));
        Assert.InRange(Allocation.Of(() => scorer.ExpectedPurchases(histories, 26, scores)), 0, 4000);

        void Same(Action score, Func<CovariateHistory, double> single)
        {
            score();
            for (int row = 0; row < histories.Count; row++)
                Assert.Equal(single(histories[row]), scores[row]);
        }
    }

    /// <summary>Another future is another path: a campaign that is to come raises what is expected, and what was seen stays as it is.</summary>
    [Fact]
    public void Scenarios_change_the_future_only()
    {
        CovariateHistory history = DynamicSamples.One(Covariates, 3, 20, 30, 0)[0];
        double[] campaign = Enumerable.Range(0, 160).SelectMany(k => new[] { Math.Sin(k / 3.0), k % 7 == 3 || k >= 40 ? 1 : 0 }).ToArray();
        ParetoNbdDynamicScorer with = Models[0].Over(new CovariatePaths(TimeUnit.Week, 1, Covariates.Names, [campaign]));
        ParetoNbdDynamicScorer without = Models[0].Over(Covariates);
        Assert.Equal(without.ProbabilityAlive(history), with.ProbabilityAlive(history));
        Assert.Equal(without.ExpectedPurchases(history, 10), with.ExpectedPurchases(history, 10));
        Assert.True(with.ExpectedPurchases(history, 30) > 1.2 * without.ExpectedPurchases(history, 30));
    }
}
