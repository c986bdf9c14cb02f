using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.BgCnbdK;
using CustomerValue.LifetimeValue.MbgCnbdK;

namespace CustomerValue.Tests.LifetimeValue.ErlangBetaGeometric;

/// <summary>Every fit converges, or refuses with a reason; the reason is checked.</summary>
public class DegenerateSamplesTests
{
    private static readonly IPurchaseModelEstimator[] Estimators = [new BgCnbdKEstimator(), new MbgCnbdKEstimator(), new MbgCnbdKEstimator(3)];

    [SkippableTheory]
    [InlineData(50)]
    [InlineData(200)]
    [InlineData(2357)]
    public void Ten_bootstrap_samples_of_cdnow(int customers)
    {
        SummaryColumns all = CdnowDays.Calibration().Columns;
        Random random = new(20260101 + customers);
        for (int sample = 0; sample < 10; sample++)
        {
            int[] rows = Enumerable.Range(0, customers).Select(_ => random.Next(all.Count)).ToArray();
            SummaryColumns columns = new(all.Unit, [.. rows.Select(row => all.Frequency[row])], [.. rows.Select(row => all.Recency[row])], [.. rows.Select(row => all.Age[row])], logGaps: [.. rows.Select(row => all.LogGaps[row])]);
            foreach (IPurchaseModelEstimator estimator in Estimators)
                AssertTrue(estimator.Fit(columns), columns);
        }
    }

    [Theory]
    [InlineData("99 % one-time buyers", 0.0055, 2.2, 0.8, 2.4, 39)]
    [InlineData("almost no dropout", 0.6, 4.0, 0.0005, 5.0, 39)]
    [InlineData("mean frequency near 480", 4.0, 1.0, 0.02, 60.0, 365)]
    [InlineData("everybody leaves at once", 0.6, 4.0, 50.0, 0.05, 39)]
    [InlineData("all customers alike", 400.0, 2000.0, 0.9, 2.4, 39)]
    public void Five_samples_of_extreme_behaviour(string behaviour, double r, double alpha, double a, double b, double age)
    {
        Random random = new(behaviour.Length);
        BgCnbdKModel truth = new(r, alpha, a, b, 2, TimeUnit.Week);
        for (int sample = 0; sample < 5; sample++)
        {
            SummaryColumns columns = SimulatedGaps.Draw(truth, random, 300, age).Columns;
            foreach (IPurchaseModelEstimator estimator in Estimators)
                AssertTrue(estimator.Fit(columns), columns);
        }
    }

    [Fact]
    public void Nobody_bought_again()
    {
        SummaryColumns columns = new(TimeUnit.Week, new int[100], new double[100], Enumerable.Repeat(30.0, 100).ToArray(), logGaps: new double[100]);
        foreach (IPurchaseModelEstimator estimator in Estimators)
        {
            FitReport report = estimator.Fit(columns).Report;
            Assert.False(report.Converged);
            Assert.Contains("no finite maximum", report.Reason!.Value.English, StringComparison.Ordinal);
            Assert.Null(report.StandardErrors);
        }
    }

    /// <summary>Purchases on one moment have no density where gaps are regular; the fit says a number all the same.</summary>
    [Fact]
    public void Purchases_on_one_moment_speak_for_k_1()
    {
        SummaryColumns columns = new(TimeUnit.Week, [0, 1, 2, 1, 0, 4, 1, 0], [0, 3, 7, 0, 0, 20, 9, 0], [30, 31, 32, 33, 34, 35, 36, 37]);
        FitReport report = new MbgCnbdKEstimator().Fit(columns).Report;
        Assert.Equal(1, report.Parameters[4].Value);
        Assert.True(double.IsFinite(new MbgCnbdKEstimator(2).Fit(columns).Report.LogLikelihood));
    }

    /// <summary>A converged fit can't be climbed by moving one parameter; one that is refused neither, but for what a ridge still gives.</summary>
    private static void AssertTrue(FitResult<PurchaseModel> fit, SummaryColumns columns)
    {
        FitReport report = fit.Report;
        Assert.False(double.IsNaN(report.LogLikelihood));
        Assert.Equal(report.Converged, report.Reason is null);
        if (report.Converged)
            Assert.True(report.GradientNorm < 1e-7 * (1 + Math.Abs(report.LogLikelihood / report.Customers)), $"gradient {report.GradientNorm}");
        double[] theta = report.Parameters.Select(parameter => parameter.Value).ToArray();
        double at = Total(fit.Model, columns);
        Assert.Equal(report.LogLikelihood, at, 1e-7 * Math.Abs(at));
        for (int i = 0; i < 4; i++)
        {
            foreach (double factor in new[] { 0.8, 1.25 })
            {
                double[] moved = (double[])theta.Clone();
                moved[i] *= factor;
                Assert.True(Total(fit.Model.WithParameters(moved)!, columns) <= at + (report.Converged ? 1e-6 : 1e-2), $"{report.Model}: a higher point lies beside {string.Join(' ', theta)}");
            }
        }
    }

    private static double Total(PurchaseModel model, SummaryColumns columns)
    {
        double total = 0;
        for (int row = 0; row < columns.Count; row++)
            total += model.LogLikelihood(columns[row]);
        return total;
    }
}
