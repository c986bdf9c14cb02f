using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.Nbd;

namespace CustomerValue.Tests.LifetimeValue.Nbd;

public sealed class NbdLawsTests : PurchaseModelLaws
{
    protected override IReadOnlyList<PurchaseModel> Models { get; } =
    [
        new NbdModel(0.385, 12.07, TimeUnit.Week),
        new NbdModel(40, 0.5, TimeUnit.Week),
        new NbdModel(1e-3, 1e3, TimeUnit.Week),
    ];
}

public class NbdTests
{
    private static readonly SummaryColumns Histories = new(TimeUnit.Week, [0, 0, 1, 2, 7, 500], [0, 0, 5, 38, 30, 38], [10, 39, 39, 39, 31, 39]);

    /// <summary>BTYDplus on exact days/7, to the digits it states.</summary>
    [SkippableFact]
    public void The_optimum_on_cdnow()
    {
        FitReport report = new NbdEstimator().Fit(Cdnow.Holdout().Calibration).Report;
        Assert.True(report.Converged);
        Assert.Equal(-9763.65761, report.LogLikelihood, 1e-5);
        Relative.Equal(0.384766, report.Parameters[0].Value, 2e-6);
        Relative.Equal(12.072014, report.Parameters[1].Value, 2e-6);
        Assert.NotNull(report.Covariance);
    }

    [Theory]
    [InlineData(0.385, 12.07)]
    [InlineData(1e5, 1e-3)]
    [InlineData(1e-5, 1e4)]
    public void Gradient_and_hessian_are_central_differences(double r, double alpha) =>
        Derivatives.AssertRight(new NbdLikelihood(DistinctHistories.Of(Histories, default), 39, 1e-12), [Math.Log(r), Math.Log(alpha)]);

    [Fact]
    public void A_population_has_the_likelihood_of_its_customers()
    {
        double total = 0;
        NbdModel model = new(0.385, 12.07, TimeUnit.Week);
        for (int row = 0; row < Histories.Count; row++)
            total += model.LogLikelihood(Histories[row]);
        NbdLikelihood likelihood = new(DistinctHistories.Of(Histories, default), 39, 0);
        Relative.Equal(total / 6, likelihood.Evaluate([Math.Log(0.385), Math.Log(12.07)], new double[2], new double[2, 2]), 1e-13);
        Relative.Equal(total, likelihood.LogLikelihood, 1e-13);
    }

    [Fact]
    public void Nobody_ever_leaves_and_what_is_expected_is_the_posterior_rate()
    {
        NbdModel model = new(0.385, 12.07, TimeUnit.Week);
        PurchaseSummary customer = new(3, 4, 38);
        Assert.Equal(1, model.ProbabilityAlive(customer, 5200));
        Relative.Equal(3.385 / 50.07 * 52, model.ExpectedPurchases(customer, 52), 1e-15);
        Relative.Equal(3.385 / 50.07 / TimeUnit.Week.ContinuousRate(0.1), model.DiscountedExpectedResidualTransactions(customer, 0.1), 1e-15);
    }

    [Theory]
    [InlineData(1000, 0.001)]
    [InlineData(0.5, 8)]
    public void Fits_find_the_truth_within_four_standard_errors(double r, double mean)
    {
        double[] truth = [r, r / mean];
        FitReport report = new NbdEstimator().Fit(Simulated.Columns(new NbdModel(truth[0], truth[1], TimeUnit.Week), new Random(12), 5000, 80)).Report;
        if (r > 100)
        {
            // 1,000 times as many purchases as differences: whether customers differ can't be told.
            Assert.True(report.Converged || report.Reason!.Value.English.Contains("do not differ", StringComparison.Ordinal));
            return;
        }

        for (int i = 0; i < 2; i++)
            Assert.InRange((report.Parameters[i].Value - truth[i]) / report.StandardErrors![i], -4, 4);
    }
}
