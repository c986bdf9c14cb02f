using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.GgomNbd;

namespace CustomerValue.Tests.LifetimeValue.GgomNbd;

/// <summary>Every fit converges, or refuses with a reason that is true.</summary>
public class GgomNbdFitTests
{
    /// <summary>CDNOW has no finite maximum: R stops at b = 1e-5, at −9594.97627 of these data in exact days; Pareto/NBD's own maximum is −9594.973929827.</summary>
    [SkippableFact]
    public void Cdnow_is_told_to_be_pareto_nbd()
    {
        FitResult<PurchaseModel> fit = new GgomNbdEstimator().Fit(Cdnow.Calibration());
        Assert.False(fit.Report.Converged);
        Assert.Null(fit.Report.StandardErrors);
        Assert.Contains("as b → 0 this is Pareto/NBD; take that", fit.Report.Reason!.Value.English, StringComparison.Ordinal);
        Assert.Contains("b → 0 时即为 Pareto/NBD", fit.Report.Reason!.Value.Chinese, StringComparison.Ordinal);
        Assert.Equal(-9594.973929827, fit.Report.LogLikelihood, 1e-7);
        double[] theta = fit.Report.Parameters.Select(parameter => parameter.Value).ToArray();
        Relative.Equal(0.553275509, theta[0], 1e-6);
        Relative.Equal(10.57761224, theta[1], 1e-6);
        Relative.Equal(0.606213569, theta[3], 1e-6);
        Relative.Equal(11.66791124, theta[4] / theta[2], 1e-6);
    }

    [SkippableTheory]
    [InlineData(50, 10)]
    [InlineData(200, 8)]
    [InlineData(2357, 1)]
    public void Bootstrap_samples_of_cdnow(int customers, int samples)
    {
        SummaryColumns all = Cdnow.Calibration();
        Random random = new(20260101 + customers);
        for (int sample = 0; sample < samples; sample++)
            AssertTrue(Cdnow.Bootstrap(all, customers, random));
    }

    [Theory]
    [InlineData("99 % one-time buyers", 0.0055, 4.4, 0.05, 0.8, 1, 39)]
    [InlineData("almost no dropout", 0.6, 8.0, 0.001, 0.5, 1000, 39)]
    [InlineData("mean frequency near 486", 4.0, 2.0, 0.001, 0.5, 1, 365)]
    [InlineData("everybody leaves at once", 0.6, 8.0, 0.5, 50, 0.05, 39)]
    [InlineData("everybody leaves at one age", 1, 5, 5, 100, 1e50, 39)]
    [InlineData("all customers alike", 400.0, 4000.0, 0.05, 0.6, 2, 39)]
    [InlineData("all lifetimes alike", 1, 5, 0.1, 1e4, 5e5, 52)]
    public void Samples_of_extreme_behaviour(string behaviour, double r, double alpha, double b, double s, double beta, double age)
    {
        Random random = new(behaviour.Length);
        GgomNbdModel truth = new(r, alpha, b, s, beta, TimeUnit.Week);
        for (int sample = 0; sample < 2; sample++)
            AssertTrue(Simulated.Columns(truth, random, 150, age));
    }

    [Fact]
    public void Nobody_bought_again()
    {
        FitReport report = AssertTrue(new SummaryColumns(TimeUnit.Week, new int[100], new double[100], Enumerable.Repeat(30.0, 100).ToArray()));
        Assert.False(report.Converged);
        Assert.Contains("no customer buys again", report.Reason!.Value.English, StringComparison.Ordinal);
    }

    [Fact]
    public void One_customer_or_one_history()
    {
        Assert.False(AssertTrue(new SummaryColumns(TimeUnit.Week, [3], [10.0], [30.0])).Converged);
        Assert.False(AssertTrue(new SummaryColumns(TimeUnit.Week, [3, 3, 3], [30.0, 30, 30], [30.0, 30, 30])).Converged);
    }

    [Fact]
    public void A_penalty_makes_the_ridge_end()
    {
        GgomNbdModel truth = new(0.55, 10.6, 1e-7, 0.6, 1.2e-6, TimeUnit.Week);
        SummaryColumns columns = Simulated.Columns(truth, new Random(3), 500, 39);
        FitReport plain = new GgomNbdEstimator().Fit(columns).Report;
        FitReport penalised = new GgomNbdEstimator().Fit(columns, new FitOptions { Penalizer = 0.01 }).Report;
        Assert.True(penalised.LogLikelihood < plain.LogLikelihood);
        Assert.Equal(penalised.Converged, penalised.Reason is null);
    }

    [Fact]
    public void A_weight_of_three_equals_three_rows()
    {
        SummaryColumns columns = Simulated.Columns(new GgomNbdModel(1.2, 6, 0.15, 0.7, 60, TimeUnit.Week), new Random(4), 300, 52);
        int[] rows = Enumerable.Range(0, 900).Select(i => i % 300).ToArray();
        SummaryColumns thrice = new(TimeUnit.Week, rows.Select(i => columns[i].Frequency).ToArray(), rows.Select(i => columns[i].Recency).ToArray(), rows.Select(i => columns[i].Age).ToArray());
        FitReport weighted = new GgomNbdEstimator().Fit(columns, new FitOptions { Weights = Enumerable.Repeat(3.0, 300).ToArray() }).Report;
        FitReport repeated = new GgomNbdEstimator().Fit(thrice).Report;
        Assert.Equal(repeated.LogLikelihood, weighted.LogLikelihood, 1e-8);
        Assert.Equal(repeated.Parameters.Select(parameter => parameter.Value), weighted.Parameters.Select(parameter => parameter.Value));
    }

    /// <summary>A converged fit can't be climbed in any direction; a refused one names a direction.</summary>
    private static FitReport AssertTrue(SummaryColumns columns)
    {
        FitResult<PurchaseModel> fit = new GgomNbdEstimator().Fit(columns);
        FitReport report = fit.Report;
        Assert.False(double.IsNaN(report.LogLikelihood) || double.IsInfinity(report.LogLikelihood));
        Assert.Equal(report.Converged, report.Reason is null);
        if (report.Converged)
            Assert.True(report.GradientNorm < 1e-7 * (1 + Math.Abs(report.LogLikelihood / report.Customers)), $"gradient {report.GradientNorm}");
        else
            Assert.Contains("no finite maximum", report.Reason!.Value.English, StringComparison.Ordinal);
        double[] theta = report.Parameters.Select(parameter => parameter.Value).ToArray();
        if (!report.Converged && theta[4] < 1e-6 && columns.Frequency.ToArray().Any(x => x > 0))
            Assert.Contains("this is Pareto/NBD", report.Reason!.Value.English, StringComparison.Ordinal);
        double at = Total(fit.Model, columns);
        Assert.Equal(report.LogLikelihood, at, 1e-7 * (1 + Math.Abs(at)));
        for (int i = 0; i < 5; i++)
        {
            foreach (double factor in new[] { 0.8, 1.25 })
            {
                double[] moved = (double[])theta.Clone();
                moved[i] *= factor;
                Assert.True(Total(fit.Model.WithParameters(moved)!, columns) <= at + (report.Converged ? 1e-6 : 1e-2), $"a higher point lies beside {string.Join(' ', theta)}");
            }
        }

        return report;
    }

    private static double Total(PurchaseModel model, SummaryColumns columns)
    {
        double[] each = new double[columns.Count];
        model.LogLikelihood(columns, each);
        return each.Sum();
    }
}
