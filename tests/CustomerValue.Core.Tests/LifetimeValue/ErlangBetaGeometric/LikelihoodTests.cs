using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.BgCnbdK;
using CustomerValue.LifetimeValue.ErlangBetaGeometric;
using CustomerValue.LifetimeValue.MbgCnbdK;
using CustomerValue.Validation;

namespace CustomerValue.Tests.LifetimeValue.ErlangBetaGeometric;

public class LikelihoodTests
{
    private static readonly SummaryColumns Columns = new(
        TimeUnit.Week, [0, 0, 1, 1, 2, 5, 9, 40, 1], [0, 0, 3, 20, 12, 30, 38.5, 60, 0.1], [39, 0.5, 39, 20, 39, 35, 39, 400, 300], logGaps: [0, 0, Math.Log(3), Math.Log(20), 3, 8, 12, 10, double.NaN]);

    public static TheoryData<bool, int, double> Cases
    {
        get
        {
            TheoryData<bool, int, double> cases = [];
            foreach (int k in new[] { 1, 2, 3, 12, 100 })
            {
                cases.Add(true, k, 0);
                cases.Add(false, k, 0.01);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Gradient_and_hessian_equal_central_differences(bool leavesAtFirst, int k, double penalizer)
    {
        DistinctHistories histories = DistinctHistories.Of(Columns, new double[] { 3, 1, 2.5, 1, 1, 1, 4, 1, 1 });
        Population population = new(histories, histories.Weight.Sum(), 400, 100, penalizer);
        ErlangBetaGeometricLikelihood likelihood = new(population, k, leavesAtFirst, 0);
        foreach (double[] x in new double[][] { [-0.5, 0.3, 0.2, 0.7], [2, 3, -2, 4], [-3, -2, 1.5, -1] })
            Derivatives.AssertRight(likelihood, x);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(true, 4)]
    [InlineData(false, 7)]
    [InlineData(false, 100)]
    public void What_the_fit_climbs_is_the_sum_over_customers(bool leavesAtFirst, int k)
    {
        DistinctHistories histories = DistinctHistories.Of(Columns, default);
        ErlangBetaGeometricLikelihood likelihood = new(new Population(histories, Columns.Count, 400, 100, 0), k, leavesAtFirst, GapTerm.Sum(k, Columns, null));
        PurchaseModel model = leavesAtFirst ? new MbgCnbdKModel(0.7, 2, 0.4, 1.5, k, TimeUnit.Week) : new BgCnbdKModel(0.7, 2, 0.4, 1.5, k, TimeUnit.Week);
        likelihood.Evaluate([Math.Log(0.7), Math.Log(2), Math.Log(0.4), Math.Log(1.5)], new double[4], new double[4, 4]);
        Relative.Equal(Enumerable.Range(0, Columns.Count).Sum(row => model.LogLikelihood(Columns[row])), likelihood.LogLikelihood, 1e-12);
    }

    /// <summary>With every gap at hand the likelihood is a density of the purchase times: over all of them, no purchase and one purchase make P(0) + P(1), and two gaps on a grid make P(2).</summary>
    [Fact]
    public void With_gaps_the_likelihood_of_all_times_is_the_chance_of_their_count()
    {
        MbgCnbdKModel model = new(1.2, 3, 0.8, 2, 3, TimeUnit.Week);
        const double age = 10;
        const int grid = 400;
        double one = 0;
        double two = 0;
        for (int i = 0; i < grid; i++)
        {
            double first = age * (i + 0.5) / grid;
            one += Math.Exp(model.LogLikelihood(new(1, first, age, logGaps: Math.Log(first)))) * age / grid;
            for (int j = 0; j < grid; j++)
            {
                double gap = (age - first) * (j + 0.5) / grid;
                two += Math.Exp(model.LogLikelihood(new(2, first + gap, age, logGaps: Math.Log(first) + Math.Log(gap)))) * age / grid * (age - first) / grid;
            }
        }

        Assert.Equal(model.ProbabilityOfPurchases(1, age), one, 1e-5);
        Assert.Equal(model.ProbabilityOfPurchases(2, age), two, 1e-5);
    }

    /// <summary>Every part at parameters over eight orders of magnitude, purchases on one moment and gaps unknown: a number, never NaN or ∞.</summary>
    [Fact]
    public void No_parameters_break_it()
    {
        double[] sizes = [1e-4, 1, 1e4];
        PurchaseSummary[] histories = [new(0, 0, 0), new(0, 0, 400), new(1, 0, 30), new(3, 0, 0), new(5, 1e-9, 30), new(300, 399, 400), new(2, 10, 1e4, logGaps: 2)];
        foreach (int k in new[] { 2, 12 })
        {
            foreach (double[] p in from r in sizes from alpha in sizes from a in sizes from b in sizes select new[] { r, alpha, a, b })
            {
                MbgCnbdKModel model = new(p[0], p[1], p[2], p[3], k, TimeUnit.Week);
                foreach (PurchaseSummary history in histories)
                {
                    string at = string.Create(CultureInfo.InvariantCulture, $"{string.Join(' ', p)} {k}: {history}");
                    Assert.True(double.IsFinite(model.LogLikelihood(history)), at);
                    Assert.True(model.ProbabilityAlive(history) is >= 0 and <= 1, at);
                    // At most as many as without a chance to leave, were the next purchase due now.
                    double most = model.ProbabilityAlive(history) * (p[0] + (k * history.Frequency) + k) * 52 / (p[1] + history.Age) / k;
                    Assert.InRange(model.ExpectedPurchases(history, 52), 0, (most * (1 + 1e-9)) + model.ProbabilityAlive(history));
                    Assert.True(model.ProbabilityAlive(history, 52) is >= 0 and <= 1, at);
                }
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    [InlineData(-3)]
    public void A_k_out_of_range_is_refused(int k)
    {
        Assert.Equal("k", Assert.Single(Assert.Throws<DataRejectedException>(() => new MbgCnbdKModel(1, 1, 1, 1, k, TimeUnit.Week)).Problems).Field);
        Assert.Throws<ArgumentOutOfRangeException>(() => new BgCnbdKEstimator(k));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MbgCnbdKEstimator(k));
    }

    [Fact]
    public void Sums_of_log_gaps_in_another_unit_are_refused_with_their_rows()
    {
        SummaryColumns columns = new(TimeUnit.Week, [2, 1, 0, 3], [10, 4, 0, 21], [39, 39, 39, 39], logGaps: [3.2, Math.Log(28), 0, 3 * Math.Log(49)]);
        DataRejectedException refused = Assert.Throws<DataRejectedException>(() => new MbgCnbdKEstimator().Fit(columns));
        Assert.Equal([(1L, "logGaps"), (3L, "logGaps")], refused.Problems.Select(problem => (problem.Row!.Value, problem.Field)));
    }

    [Fact]
    public void A_fit_may_start_where_another_ended()
    {
        SummaryColumns columns = SimulatedGaps.Draw(new MbgCnbdKModel(0.9, 2.4, 0.8, 2.2, 2, TimeUnit.Week), new Random(1), 2000, 60).Columns;
        FitReport first = new MbgCnbdKEstimator().Fit(columns).Report;
        FitReport again = new MbgCnbdKEstimator().Fit(columns, new FitOptions { Start = first.Parameters }).Report;
        Relative.Equal(first.LogLikelihood, again.LogLikelihood, 1e-12);
        DataRejectedException refused = Assert.Throws<DataRejectedException>(() => new MbgCnbdKEstimator().Fit(columns, new FitOptions { Start = [.. first.Parameters.Take(4)] }));
        Assert.Contains("k", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_count_as_rows_do_and_the_order_of_rows_does_not_show()
    {
        SummaryColumns columns = SimulatedGaps.Draw(new MbgCnbdKModel(0.9, 2.4, 0.8, 2.2, 2, TimeUnit.Week), new Random(2), 300, 60).Columns;
        int[] rows = [.. Enumerable.Range(0, 300), .. Enumerable.Range(0, 100)];
        FitReport twice = new MbgCnbdKEstimator(2).Fit(Pick(columns, rows)).Report;
        FitReport reversed = new MbgCnbdKEstimator(2).Fit(Pick(columns, [.. rows.Reverse()])).Report;
        FitReport weighted = new MbgCnbdKEstimator(2).Fit(columns, new FitOptions { Weights = [.. Enumerable.Range(0, 300).Select(row => row < 100 ? 2.0 : 1)] }).Report;
        Assert.Equal(twice.Parameters, reversed.Parameters);
        Assert.Equal(twice.LogLikelihood, reversed.LogLikelihood);
        Relative.Equal(twice.LogLikelihood, weighted.LogLikelihood, 1e-12);
        Relative.Equal(twice.Parameters[0].Value, weighted.Parameters[0].Value, 1e-9);
    }

    private static SummaryColumns Pick(SummaryColumns columns, int[] rows) => new(
        columns.Unit,
        [.. rows.Select(row => columns.Frequency[row])],
        [.. rows.Select(row => columns.Recency[row])],
        [.. rows.Select(row => columns.Age[row])],
        logGaps: [.. rows.Select(row => columns.LogGaps[row])]);
}
