using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.Nbd;
using CustomerValue.LifetimeValue.ParetoNbd;

namespace CustomerValue.Tests.LifetimeValue.ParetoNbd;

/// <summary>Where peers raise or return nonsense: every fit converges, or refuses with a reason; the reason is checked.</summary>
public class ParetoNbdDegenerateFitsTests
{
    private static readonly IPurchaseModelEstimator[] Estimators = [new NbdEstimator(), new ParetoNbdEstimator()];

    [SkippableTheory]
    [InlineData(50)]
    [InlineData(200)]
    [InlineData(2357)]
    public void Twenty_bootstrap_samples_of_cdnow(int customers)
    {
        SummaryColumns all = Cdnow.Calibration();
        Random random = new(20260101 + customers);
        int converged = 0;
        for (int sample = 0; sample < 20; sample++)
        {
            SummaryColumns columns = Cdnow.Bootstrap(all, customers, random);
            foreach (IPurchaseModelEstimator estimator in Estimators)
                converged += AssertTrue(estimator.Fit(columns), columns) ? 1 : 0;
        }

        Assert.InRange(converged, customers < 100 ? 24 : customers < 1000 ? 36 : 40, 40);
    }

    [Theory]
    [InlineData("99 % one-time buyers", 0.012, 4.4, 0.6, 12, 39)]
    [InlineData("almost no dropout", 0.6, 8.0, 0.0005, 5.0, 39)]
    [InlineData("mean frequency near 486", 4.0, 2.0, 0.8, 300, 365)]
    [InlineData("everybody leaves at once", 0.6, 8.0, 50.0, 0.05, 39)]
    [InlineData("all customers alike", 400.0, 4000.0, 0.6, 12, 39)]
    [InlineData("all leave at one rate", 0.6, 8, 500, 10000, 39)]
    public void Twelve_samples_of_extreme_behaviour(string behaviour, double r, double alpha, double s, double beta, double age)
    {
        Random random = new(behaviour.Length);
        ParetoNbdModel truth = new(r, alpha, s, beta, TimeUnit.Week);
        for (int sample = 0; sample < 12; sample++)
        {
            SummaryColumns columns = Simulated.Columns(truth, random, 300, age);
            foreach (IPurchaseModelEstimator estimator in Estimators)
                AssertTrue(estimator.Fit(columns), columns);
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

    /// <summary>Where customers never leave, Pareto/NBD has no maximum of its own: it is NBD, has its likelihood, and says so.</summary>
    [Fact]
    public void Without_dropout_it_becomes_nbd_and_says_so()
    {
        SummaryColumns columns = Simulated.Columns(new NbdModel(0.6, 8, TimeUnit.Week), new Random(3), 2000, 39);
        FitReport pareto = new ParetoNbdEstimator().Fit(columns).Report;
        FitReport nbd = new NbdEstimator().Fit(columns).Report;
        Assert.True(nbd.Converged);
        Assert.False(pareto.Converged);
        Assert.Contains("becomes NBD", pareto.Reason!.Value.English, StringComparison.Ordinal);
        Assert.Contains("NBD", pareto.Reason!.Value.Chinese, StringComparison.Ordinal);
        Assert.Equal(nbd.LogLikelihood, pareto.LogLikelihood, 1e-3);
    }

    [Fact]
    public void Where_hardly_anybody_leaves_a_converged_fit_names_the_simpler_model()
    {
        SummaryColumns columns = Simulated.Columns(new ParetoNbdModel(2, 2, 0.004, 5, TimeUnit.Week), new Random(4), 3000, 39);
        FitReport report = new ParetoNbdEstimator().Fit(columns).Report;
        Assert.True(report.Converged, report.Reason?.English);
        Assert.Contains(report.Warnings, warning => warning.English.Contains("NBD, which knows no dropout", StringComparison.Ordinal));
    }

    /// <summary>A converged fit can't be climbed; a refused one can be followed outward without the likelihood falling.</summary>
    private static bool AssertTrue(FitResult<PurchaseModel> fit, SummaryColumns columns)
    {
        FitReport report = fit.Report;
        Assert.False(double.IsNaN(report.LogLikelihood));
        Assert.Equal(report.Converged, report.Reason is null);
        if (report.Converged)
            Assert.True(report.GradientNorm < 1e-7 * (1 + Math.Abs(report.LogLikelihood / report.Customers)), $"gradient {report.GradientNorm}");
        double[] theta = [.. report.Parameters.Select(parameter => parameter.Value)];
        double at = Total(fit.Model, columns);
        Assert.Equal(report.LogLikelihood, at, 1e-7 * Math.Abs(at));
        for (int i = 0; i < theta.Length; i++)
        {
            foreach (double factor in new[] { 0.8, 1.25 })
            {
                double[] moved = (double[])theta.Clone();
                moved[i] *= factor;
                Assert.True(Total(fit.Model.WithParameters(moved)!, columns) <= at + (report.Converged ? 1e-6 : 1e-2), $"{report.Model}: a higher point lies beside {string.Join(' ', theta)}");
            }
        }

        return report.Converged;
    }

    private static double Total(PurchaseModel model, SummaryColumns columns)
    {
        double total = 0;
        for (int row = 0; row < columns.Count; row++)
            total += model.LogLikelihood(columns[row]);
        return total;
    }
}
