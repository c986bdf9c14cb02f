using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.BgNbd;
using CustomerValue.LifetimeValue.GammaGamma;
using CustomerValue.LifetimeValue.MbgNbd;
using CustomerValue.Validation;

namespace CustomerValue.Tests.LifetimeValue;

public class RefusalTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_parameter_that_is_not_finite_and_above_0_is_refused_and_every_one_is_named(double wrong)
    {
        foreach (Func<object> make in new Func<object>[]
        {
            () => new BgNbdModel(1, wrong, 1, wrong, TimeUnit.Week),
            () => new MbgNbdModel(1, wrong, 1, wrong, TimeUnit.Week),
        })
            Assert.Equal(["alpha", "b"], Assert.Throws<DataRejectedException>(make).Problems.Select(problem => problem.Field));
        Assert.Equal(["p", "q", "v"], Assert.Throws<DataRejectedException>(() => new GammaGammaModel(wrong, wrong, wrong)).Problems.Select(problem => problem.Field));
    }

    [Fact]
    public void Horizons_probabilities_rates_and_units_out_of_range_are_refused()
    {
        MbgNbdModel model = new(0.525, 6.183, 0.891, 1.614, TimeUnit.Week);
        PurchaseSummary customer = new(2, 30, 38);
        foreach (double horizon in new[] { -1, double.NaN, double.PositiveInfinity })
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => model.ExpectedPurchases(customer, horizon));
            Assert.Throws<ArgumentOutOfRangeException>(() => model.ExpectedPurchases(horizon));
            Assert.Throws<ArgumentOutOfRangeException>(() => model.ProbabilityOfPurchases(1, horizon));
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => model.ProbabilityOfPurchases(-1, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.PurchaseQuantile(customer, 4, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.DiscountedExpectedResidualTransactions(customer, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.DiscountedExpectedPurchases(customer, 4, -0.1));
        SummaryColumns days = new(TimeUnit.Day, [2], [30], [38]);
        Assert.Contains("Days", Assert.Throws<ArgumentException>(() => model.ProbabilityAlive(days, new double[1])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => model.ProbabilityAlive(new SummaryColumns(TimeUnit.Week, [2], [30], [38]), new double[2]));
    }

    [Fact]
    public void A_fit_names_every_problem_of_its_options_and_columns_at_once()
    {
        SummaryColumns columns = new(TimeUnit.Week, [1, 20_000_000], [1, 1], [2, 2]);
        FitOptions options = new() { Penalizer = -1, MaxIterations = 0, Weights = [1, double.NaN] };
        DataRejectedException refused = Assert.Throws<DataRejectedException>(() => new MbgNbdEstimator().Fit(columns, options));
        Assert.Equal(["Penalizer", "MaxIterations", "Weights", "frequency"], refused.Problems.Select(problem => problem.Field));
        Assert.Throws<DataRejectedException>(() => new BgNbdEstimator().Fit(new SummaryColumns(TimeUnit.Week, [], [], [])));
        Assert.Throws<DataRejectedException>(() => new BgNbdEstimator().Fit(new SummaryColumns(TimeUnit.Week, [0], [0], [0])));
    }
}
