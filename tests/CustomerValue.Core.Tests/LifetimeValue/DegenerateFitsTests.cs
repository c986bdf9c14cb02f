using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.BgNbd;
using CustomerValue.LifetimeValue.GammaGamma;
using CustomerValue.LifetimeValue.MbgNbd;

namespace CustomerValue.Tests.LifetimeValue;

/// <summary>Where peers raise or return nonsense: every fit converges, or refuses with a reason; the reason is checked.</summary>
public class DegenerateFitsTests
{
    private static readonly IPurchaseModelEstimator[] Estimators = [new BgNbdEstimator(), new MbgNbdEstimator()];

    [SkippableTheory]
    [InlineData(50)]
    [InlineData(200)]
    [InlineData(2357)]
    public void Twenty_bootstrap_samples_of_cdnow(int customers)
    {
        SummaryColumns all = Cdnow.Calibration();
        Random random = new(20260101 + customers);
        for (int sample = 0; sample < 20; sample++)
        {
            SummaryColumns columns = Cdnow.Bootstrap(all, customers, random);
            foreach (IPurchaseModelEstimator estimator in Estimators)
                AssertTrue(estimator.Fit(columns), columns, estimator);
            FitReport spend = new GammaGammaEstimator().Fit(columns).Report;
            Assert.True(spend.Converged || spend.Reason is not null);
        }
    }

    [Theory]
    [InlineData("99 % one-time buyers", 0.0055, 4.4, 0.8, 2.4, 39)]
    [InlineData("almost no dropout", 0.6, 8.0, 0.0005, 5.0, 39)]
    [InlineData("mean frequency near 486", 4.0, 2.0, 0.02, 60.0, 365)]
    [InlineData("everybody leaves at once", 0.6, 8.0, 50.0, 0.05, 39)]
    [InlineData("all customers alike", 400.0, 4000.0, 0.9, 2.4, 39)]
    public void Twenty_samples_of_extreme_behaviour(string behaviour, double r, double alpha, double a, double b, double age)
    {
        Random random = new(behaviour.Length);
        BgNbdModel truth = new(r, alpha, a, b, TimeUnit.Week);
        for (int sample = 0; sample < 20; sample++)
        {
            SummaryColumns columns = Simulated.Columns(truth, random, 300, age);
            foreach (IPurchaseModelEstimator estimator in Estimators)
                AssertTrue(estimator.Fit(columns), columns, estimator);
        }
    }

    [Fact]
    public void Nobody_bought_again()
    {
        SummaryColumns columns = new(TimeUnit.Week, new int[100], new double[100], Enumerable.Repeat(30.0, 100).ToArray());
        foreach (IPurchaseModelEstimator estimator in Estimators)
        {
            FitReport report = estimator.Fit(columns).Report;
            Assert.False(report.Converged);
            Assert.Contains("no finite maximum", report.Reason!.Value.English, StringComparison.Ordinal);
            Assert.Null(report.StandardErrors);
        }
    }

    /// <summary>A converged fit can't be climbed from any other start; a refused one can be followed outward without the likelihood falling.</summary>
    private static void AssertTrue(FitResult<PurchaseModel> fit, SummaryColumns columns, IPurchaseModelEstimator estimator)
    {
        FitReport report = fit.Report;
        Assert.False(double.IsNaN(report.LogLikelihood));
        Assert.Equal(report.Converged, report.Reason is null);
        if (report.Converged)
            Assert.True(report.GradientNorm < 1e-7 * (1 + Math.Abs(report.LogLikelihood / report.Customers)), $"gradient {report.GradientNorm}");
        double[] theta = report.Parameters.Select(parameter => parameter.Value).ToArray();
        double at = Total(Make(estimator, theta, columns.Unit), columns);
        Assert.Equal(report.LogLikelihood, at, 1e-7 * Math.Abs(at));
        foreach (int i in Enumerable.Range(0, 4))
        {
            foreach (double factor in new[] { 0.8, 1.25 })
            {
                double[] moved = (double[])theta.Clone();
                moved[i] *= factor;
                Assert.True(Total(Make(estimator, moved, columns.Unit), columns) <= at + (report.Converged ? 1e-6 : 1e-2), $"{estimator.Name}: a higher point lies beside {string.Join(' ', theta)}");
            }
        }
    }

    private static PurchaseModel Make(IPurchaseModelEstimator estimator, double[] p, TimeUnit unit) => estimator is BgNbdEstimator
        ? new BgNbdModel(p[0], p[1], p[2], p[3], unit)
        : new MbgNbdModel(p[0], p[1], p[2], p[3], unit);

    private static double Total(PurchaseModel model, SummaryColumns columns)
    {
        double total = 0;
        for (int row = 0; row < columns.Count; row++)
            total += model.LogLikelihood(columns[row]);
        return total;
    }
}
