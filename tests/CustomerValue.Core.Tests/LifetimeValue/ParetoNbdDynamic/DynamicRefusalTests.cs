using CustomerValue.Customers;
using CustomerValue.LifetimeValue.ParetoNbdDynamic;
using CustomerValue.Validation;

namespace CustomerValue.Tests.LifetimeValue.ParetoNbdDynamic;

public class DynamicRefusalTests
{
    private static readonly CovariatePaths Paths = DynamicSamples.Paths(60);

    [Fact]
    public void Paths_name_path_row_and_covariate()
    {
        DataRejectedException refused = Assert.Throws<DataRejectedException>(() => new CovariatePaths(TimeUnit.Week, 0, ["a", "a", " "], [[1, 2, 3, 4, double.NaN, 6], [1], []], (PathContinuation)7));
        Assert.Equal(["names", "names", "periodLength", "continuation", "paths[0].a", "paths[1]", "paths[2]"], refused.Problems.Select(problem => problem.Field));
        Assert.Equal(1, refused.Problems[4].Row);
        Assert.Throws<DataRejectedException>(() => new CovariatePaths(TimeUnit.Week, 1, ["a"], []));
        Assert.Throws<DataRejectedException>(() => new PeriodCovariates(new CovariatePeriods(new(2024, 1, 1), 7, 3), ["a"], [1, 2]));
        Assert.Throws<DataRejectedException>(() => new PeriodCovariates(new CovariatePeriods(new(2024, 1, 1), 7, 3), [], []));
    }

    [Fact]
    public void Histories_name_the_row_and_what_is_allowed()
    {
        SummaryColumns columns = new(TimeUnit.Week, [1, 0, 0, 1, 0], [1, 0, 0, 1, 0], [10, 10, 10, 10, 10]);
        DataRejectedException refused = Assert.Throws<DataRejectedException>(() => new CovariateHistories(columns, Paths, [0, 51, double.NaN, 1, 1], [1, 1, 0, 0, 0, 0, double.NaN, 0, 0, 1], [0, 0, 0, 0, 1]));
        Assert.Equal([(1, "start"), (2, "start"), (3, "sums"), (4, "path")], refused.Problems.Select(problem => ((int)problem.Row!, problem.Field!)));
        Assert.Contains("covariates must cover the whole observation", refused.Message, StringComparison.Ordinal);
        Assert.Throws<DataRejectedException>(() => new CovariateHistories(new SummaryColumns(TimeUnit.Day, [0], [0], [1]), Paths, [0, 1], [0], [0, 1, 2]));
        DataRejectedException times = Assert.Throws<DataRejectedException>(() => CovariateHistories.FromTimes(Paths, [0, 0], [10, 10], [[3, 3], [11]]));
        Assert.Equal([0L, 1], times.Problems.Select(problem => problem.Row!.Value));
        Assert.Throws<DataRejectedException>(() => CovariateHistories.FromTimes(Paths, [0], [10], []));
    }

    [Fact]
    public void Models_name_every_parameter_out_of_range()
    {
        Assert.Equal(["r", "beta"], Assert.Throws<DataRejectedException>(() => new ParetoNbdDynamicModel(0, 1, 1, double.NaN, [], [], TimeUnit.Week)).Problems.Select(problem => problem.Field));
        Assert.Equal(["names", "purchase.a", "life.b"], Assert.Throws<DataRejectedException>(() =>
            new ParetoNbdDynamicModel(1, 1, 1, 1, [new("a", double.NaN), new("a", 1)], [new("b", double.PositiveInfinity)], TimeUnit.Week)).Problems.Select(problem => problem.Field));
        Assert.Equal(["unit", "names"], Assert.Throws<DataRejectedException>(() => new ParetoNbdDynamicModel(1, 1, 1, 1, [new("wind", 1)], [], TimeUnit.Day).Over(Paths)).Problems.Select(problem => problem.Field));
    }

    [Fact]
    public void Covariates_that_carry_a_rate_beyond_all_numbers_are_refused_with_their_path()
    {
        CovariatePaths paths = new(TimeUnit.Week, 1, ["cents"], [[1, 2], [1, 5000]]);
        ParetoNbdDynamicModel model = new(1, 1, 1, 1, [new("cents", 0.5)], [], TimeUnit.Week);
        Assert.Equal(1, Assert.Single(Assert.Throws<DataRejectedException>(() => model.Over(paths)).Problems).Row);
    }

    [Fact]
    public void Horizons_beyond_the_covariates_are_refused_unless_a_rule_is_given()
    {
        ParetoNbdDynamicScorer scorer = DynamicSamples.Model().Over(Paths);
        CovariateHistory history = DynamicSamples.One(Paths, 0, 0, 30, 10)[0];
        CovariateHistories histories = DynamicSamples.One(Paths, 0, 0, 30, 10);
        Assert.True(scorer.ExpectedPurchases(history, 20) > 0);
        Assert.Contains("PathContinuation", Assert.Throws<ArgumentOutOfRangeException>(() => scorer.ExpectedPurchases(history, 20.1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => scorer.ProbabilityAlive(histories, 20.1, new double[1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => scorer.DiscountedExpectedResidualTransactions(history, 0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => scorer.SimulatePurchaseTimes(new Random(1), CovariateHistory.New(Paths, 10), 51));
        Assert.Throws<ArgumentOutOfRangeException>(() => CovariateHistory.New(Paths, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => CovariateHistory.New(Paths, 1, 1));
        ParetoNbdDynamicScorer ruled = DynamicSamples.Model().Over(DynamicSamples.Paths(60, PathContinuation.LastPeriod));
        Assert.True(ruled.ExpectedPurchases(history, 200) > scorer.ExpectedPurchases(history, 20));
    }

    [Fact]
    public void Arguments_out_of_range_and_histories_of_other_paths_are_refused()
    {
        ParetoNbdDynamicScorer scorer = DynamicSamples.Model().Over(Paths);
        CovariateHistory history = DynamicSamples.One(Paths, 1, 2, 30, 10)[0];
        foreach (double horizon in new[] { -1, double.NaN, double.PositiveInfinity })
            Assert.Throws<ArgumentOutOfRangeException>(() => scorer.ExpectedPurchases(history, horizon));
        Assert.Throws<ArgumentOutOfRangeException>(() => scorer.ExpectedPurchases(history, 5, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => scorer.ProbabilityOfPurchases(-1, history, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => scorer.PurchaseQuantile(history, 4, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => scorer.DiscountedExpectedPurchases(history, 4, -0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => scorer.DiscountedExpectedResidualTransactions(history, 0));
        Assert.Throws<ArgumentException>(() => scorer.ProbabilityAlive(DynamicSamples.One(Paths, 1, 2, 30, 10), new double[2]));
        CovariatePaths other = new(TimeUnit.Week, 1, ["wave"], [new double[60]]);
        Assert.Throws<ArgumentException>(() => scorer.ProbabilityAlive(DynamicSamples.One(other, 0, 0, 30, 10), new double[1]));
        Assert.Throws<ArgumentException>(() => scorer.ProbabilityAlive(DynamicSamples.One(other, 0, 0, 30, 10)[0]));
    }
}
