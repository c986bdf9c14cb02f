using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.ParetoNbd;
using CustomerValue.LifetimeValue.ParetoNbdCorrelated;
using CustomerValue.Validation;

namespace CustomerValue.Tests.LifetimeValue.ParetoNbdCorrelated;

public sealed class ParetoNbdCorrelatedLawsTests : PurchaseModelLaws
{
    protected override IReadOnlyList<PurchaseModel> Models { get; } =
    [
        new ParetoNbdCorrelatedModel(0.8, 1.5, 0.9, 2, 1.5, TimeUnit.Week),
        new ParetoNbdCorrelatedModel(0.553, 10.578, 0.606, 11.669, 10, TimeUnit.Week),
        new ParetoNbdCorrelatedModel(12, 0.5, 1, 40, -1.03, TimeUnit.Week),
        new ParetoNbdCorrelatedModel(0.01, 300, 5, 0.02, 0, TimeUnit.Week),
    ];
}

public class ParetoNbdCorrelatedTests
{
    private static readonly SummaryColumns Histories = new(
        TimeUnit.Week,
        [0, 0, 1, 1, 2, 3, 7, 30, 1, 2],
        [0, 0, 5, 20, 38, 3, 30, 39, 1e-9, 39],
        [10, 39, 39, 21, 39, 39, 31, 39, 1000, 39]);

    [Theory]
    [InlineData(0.553, 10.578, 0.606, 11.669, 0.9, 0)]
    [InlineData(0.553, 10.578, 0.606, 11.669, -0.04, 1e-3)]
    [InlineData(0.8, 1.5, 0.9, 2, 0.5, 1e-2)]
    [InlineData(2, 0.3, 1, 0.5, -0.1, 1e-2)]
    public void Gradient_and_hessian_are_central_differences(double r, double alpha, double s, double beta, double t, double barrier)
    {
        CorrelatedLikelihood likelihood = new(DistinctHistories.Of(Histories, default), 39, 0.01) { Barrier = barrier };
        Derivatives.AssertRight(likelihood, [Math.Log(r), Math.Log(alpha), Math.Log(s), Math.Log(beta), t]);
    }

    [Fact]
    public void A_population_has_the_likelihood_of_its_customers()
    {
        double[] x = [Math.Log(0.8), Math.Log(1.5), Math.Log(0.9), Math.Log(2), 0.5];
        double m = CorrelatedLikelihood.Weight(x) / new SarmanovLink(0.8, 1.5, 0.9, 2).Both;
        ParetoNbdCorrelatedModel model = new(0.8, 1.5, 0.9, 2, m, TimeUnit.Week);
        double total = 0;
        for (int row = 0; row < Histories.Count; row++)
            total += model.LogLikelihood(Histories[row]);
        CorrelatedLikelihood likelihood = new(DistinctHistories.Of(Histories, default), 39, 0);
        Relative.Equal(total / Histories.Count, likelihood.Evaluate(x, new double[5], new double[5, 5]), 1e-12);
    }

    [Fact]
    public void Without_correlation_it_is_pareto_nbd_to_the_last_bit()
    {
        ParetoNbdModel plain = new(0.553, 10.578, 0.606, 11.669, TimeUnit.Week);
        ParetoNbdCorrelatedModel model = new(0.553, 10.578, 0.606, 11.669, 0, TimeUnit.Week);
        Assert.Equal(0, model.Correlation);
        for (int row = 0; row < Histories.Count; row++)
        {
            PurchaseSummary customer = Histories[row];
            Assert.Equal(plain.LogLikelihood(customer), model.LogLikelihood(customer));
            Assert.Equal(plain.ProbabilityAlive(customer), model.ProbabilityAlive(customer));
            Assert.Equal(plain.ExpectedPurchases(customer, 39), model.ExpectedPurchases(customer, 39));
            Assert.Equal(plain.DiscountedExpectedResidualTransactions(customer, 0.1), model.DiscountedExpectedResidualTransactions(customer, 0.1));
            Assert.Equal(plain.ProbabilityOfPurchases(3, customer, 39), model.ProbabilityOfPurchases(3, customer, 39));
            Assert.Equal(plain.PurchaseQuantile(customer, 39, 0.9), model.PurchaseQuantile(customer, 39, 0.9));
        }
    }

    /// <summary>R: CLVTools' default start reaches −9591.7659, the best of restarts −9591.6796 with correlation .0891, on the bound.</summary>
    [SkippableFact]
    public void Cdnow_reaches_the_best_known_optimum_on_the_bound_and_says_so()
    {
        FitResult<PurchaseModel> fit = new ParetoNbdCorrelatedEstimator().Fit(Cdnow.Holdout().Calibration);
        Assert.True(fit.Report.Converged, fit.Report.Reason?.English);
        Assert.True(fit.Report.LogLikelihood >= -9591.6796, $"{fit.Report.LogLikelihood:F6}");
        Assert.Equal(-9591.66576, fit.Report.LogLikelihood, 1e-5);
        Assert.Equal(0.0891, ((ParetoNbdCorrelatedModel)fit.Model).Correlation, 1e-3);
        Assert.Null(fit.Report.StandardErrors);
        Assert.Contains(fit.Report.Warnings, warning => warning.English.Contains("on the bound", StringComparison.Ordinal));
    }

    [Fact]
    public void An_m_beyond_its_bounds_is_refused_with_the_bounds()
    {
        (double lowest, double highest) = ParetoNbdCorrelatedModel.Bounds(0.8, 1.5, 0.9, 2);
        _ = new ParetoNbdCorrelatedModel(0.8, 1.5, 0.9, 2, lowest, TimeUnit.Week);
        _ = new ParetoNbdCorrelatedModel(0.8, 1.5, 0.9, 2, highest, TimeUnit.Week);
        foreach (double m in new[] { lowest * 1.0001, highest * 1.0001, double.NaN })
        {
            DataProblem problem = Assert.Single(Assert.Throws<DataRejectedException>(() => new ParetoNbdCorrelatedModel(0.8, 1.5, 0.9, 2, m, TimeUnit.Week)).Problems);
            Assert.Equal("m", problem.Field);
        }
    }

    [Theory]
    [InlineData(2.5)]
    [InlineData(0)]
    [InlineData(-0.5)]
    public void Fits_find_the_truth_within_four_standard_errors_and_never_end_below_pareto_nbd(double m)
    {
        double[] truth = [0.8, 1.5, 0.9, 2, m];
        SummaryColumns columns = Simulated.Columns(new ParetoNbdCorrelatedModel(truth[0], truth[1], truth[2], truth[3], truth[4], TimeUnit.Week), new Random(31), 6000, 40);
        FitReport report = new ParetoNbdCorrelatedEstimator().Fit(columns).Report;
        Assert.True(report.Converged, report.Reason?.English);
        Assert.True(report.LogLikelihood >= new ParetoNbdEstimator().Fit(columns).Report.LogLikelihood - 1e-6);
        for (int i = 0; i < 5; i++)
            Assert.InRange((report.Parameters[i].Value - truth[i]) / report.StandardErrors![i], -4, 4);
        if (m >= 0)
            Assert.Equal(m == 0, report.Warnings.Any(warning => warning.English.Contains("not seen to hang together", StringComparison.Ordinal)));
    }

    [SkippableFact]
    public void Small_samples_converge_or_say_why_and_never_end_below_pareto_nbd()
    {
        SummaryColumns all = Cdnow.Calibration();
        Random random = new(99);
        for (int sample = 0; sample < 10; sample++)
        {
            SummaryColumns columns = Cdnow.Bootstrap(all, sample < 5 ? 50 : 200, random);
            FitResult<PurchaseModel> fit = new ParetoNbdCorrelatedEstimator().Fit(columns);
            Assert.Equal(fit.Report.Converged, fit.Report.Reason is null);
            Assert.DoesNotContain("search stopped", fit.Report.Reason?.English ?? "", StringComparison.Ordinal);
            Assert.True(fit.Report.LogLikelihood >= new ParetoNbdEstimator().Fit(columns).Report.LogLikelihood - 1e-6);
            double total = 0;
            for (int row = 0; row < columns.Count; row++)
                total += fit.Model.LogLikelihood(columns[row]);
            Assert.Equal(total, fit.Report.LogLikelihood, 1e-6);
        }
    }
}
