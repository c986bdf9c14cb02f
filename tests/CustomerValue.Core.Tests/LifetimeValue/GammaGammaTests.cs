using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.GammaGamma;
using CustomerValue.Validation;

namespace CustomerValue.Tests.LifetimeValue;

public class GammaGammaTests
{
    [Fact]
    public void The_expectation_lies_between_the_customers_mean_and_the_populations()
    {
        GammaGammaModel model = new(6.25, 3.74, 15.44);
        double population = 6.25 * 15.44 / 2.74;
        Relative.Equal(population, model.ExpectedSpend(0, 0), 1e-14);
        Assert.InRange(model.ExpectedSpend(3, 100), population, 100);
        Assert.InRange(model.ExpectedSpend(3, 5), 5, population);
        Relative.Equal(100, model.ExpectedSpend(100_000_000, 100), 1e-6);
    }

    [Fact]
    public void After_refunds_a_mean_below_0_counts_as_0_and_spend_stays_positive()
    {
        GammaGammaModel model = new(6.25, 3.74, 15.44);
        Assert.Equal(model.ExpectedSpend(4, 0), model.ExpectedSpend(4, -1000));
        Assert.True(model.ExpectedSpend(4, -1000) > 0);
    }

    [Fact]
    public void Where_the_fitted_tail_has_no_mean_the_expectation_is_infinite()
    {
        GammaGammaModel model = new(0.05, 0.5, 15.44);
        Assert.Equal(double.PositiveInfinity, model.ExpectedSpend(0, 0));
        Assert.Equal(double.PositiveInfinity, model.ExpectedSpend(10, 22));
        Assert.True(double.IsFinite(model.ExpectedSpend(11, 22)));
    }

    [Fact]
    public void What_can_not_be_fitted_is_refused_and_what_is_passed_over_is_counted()
    {
        GammaGammaEstimator estimator = new();
        SummaryColumns unpaid = new(TimeUnit.Week, [0, 2], [0, 3], [5, 5], [0, -4]);
        Assert.Contains("nothing to fit spend on", Assert.Throws<DataRejectedException>(() => estimator.Fit(unpaid)).Message, StringComparison.Ordinal);
        Assert.Contains("no spend", Assert.Throws<DataRejectedException>(() => estimator.Fit(new SummaryColumns(TimeUnit.Week, [1], [1], [2]))).Message, StringComparison.Ordinal);

        FitReport report = estimator.Fit(new SummaryColumns(TimeUnit.Week, [1, 2, 3, 2, 1], [1, 1, 1, 1, 1], [2, 2, 2, 2, 2], [10, 30, 20, -1, 55])).Report;
        Assert.Equal(4, report.Customers);
        Assert.Contains(report.Warnings, warning => warning.English.StartsWith("The fit of spend passes over 1 customer with", StringComparison.Ordinal));
    }

    [Fact]
    public void Absurd_frequencies_are_refused_by_row()
    {
        DataRejectedException refused = Assert.Throws<DataRejectedException>(() => new GammaGammaEstimator().Fit(new SummaryColumns(TimeUnit.Week, [1, int.MaxValue], [1, 1], [2, 2], [5, 5])));
        Assert.Equal(1, Assert.Single(refused.Problems).Row);
    }
}
