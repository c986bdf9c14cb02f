using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.BgBb;
using CustomerValue.Numerics;

namespace CustomerValue.Tests.LifetimeValue.BgBb;

public class BgBbFitTests
{
    [Theory]
    [InlineData(0.2, -0.3, -0.4, 1)]
    [InlineData(-4, 3, -6, 2)]
    [InlineData(5, -2, 2, 6)]
    public void Gradient_and_hessian_are_the_central_differences(double alpha, double beta, double gamma, double delta)
    {
        SummaryColumns columns = Draw(new BgBbModel(1.2, 0.8, 0.7, 6, TimeUnit.Week), new Random(4), 300, 30);
        double[] weights = Enumerable.Range(0, 300).Select(i => (i % 5) / 2.0).ToArray();
        Derivatives.AssertRight(new BgBbLikelihood(DistinctHistories.Of(columns, weights), 0.01, default), [alpha, beta, gamma, delta]);
    }

    [Fact]
    public void The_likelihood_of_a_fit_is_that_of_its_customers()
    {
        SummaryColumns columns = Draw(new BgBbModel(1.2, 0.8, 0.7, 6, TimeUnit.Week), new Random(5), 400, 40);
        double[] weights = Enumerable.Range(0, 400).Select(i => (i % 4) / 3.0).ToArray();
        BgBbLikelihood likelihood = new(DistinctHistories.Of(columns, weights), 0, default);
        foreach (double[] x in new double[][] { [0.2, -0.3, -0.4, 1], [-7, 9, 9, -7], [12, 13, -12, 1] })
        {
            double mean = likelihood.Evaluate(x, new double[4], new double[4, 4]);
            Assert.Equal(mean * weights.Sum(), likelihood.LogLikelihood, 1e-9 * Math.Abs(likelihood.LogLikelihood));
            BgBbModel model = new(Math.Exp(x[0]), Math.Exp(x[1]), Math.Exp(x[2]), Math.Exp(x[3]), TimeUnit.Week);
            Relative.Equal(weights.Select((weight, row) => weight * model.LogLikelihood(columns[row])).Sum(), likelihood.LogLikelihood, 1e-12);
        }
    }

    [Fact]
    public void Weights_equal_repetition_and_the_order_of_rows_never_shows()
    {
        SummaryColumns columns = Draw(new BgBbModel(1.2, 0.8, 0.7, 6, TimeUnit.Week), new Random(6), 500, 12);
        int[] order = Enumerable.Range(0, 1500).OrderBy(i => i * 7919 % 1500).Select(i => i / 3).ToArray();
        FitReport weighted = new BgBbEstimator().Fit(columns, new FitOptions { Weights = Enumerable.Repeat(3.0, 500).ToArray() }).Report;
        FitReport repeated = new BgBbEstimator().Fit(Rows(order.Select(row => columns[row]))).Report;
        Assert.True(weighted.Converged);
        Assert.Equal(weighted.Parameters, repeated.Parameters);
        Assert.Equal(weighted.LogLikelihood, repeated.LogLikelihood);
        Assert.Equal(1500, repeated.Customers);
    }

    [Fact]
    public void Parameters_of_drawn_customers_come_back_within_4_standard_errors()
    {
        double[] truth = [1.2, 0.8, 0.7, 6];
        FitReport report = new BgBbEstimator().Fit(Draw(new BgBbModel(truth[0], truth[1], truth[2], truth[3], TimeUnit.Week), new Random(7), 5000, 40)).Report;
        Assert.True(report.Converged);
        for (int i = 0; i < 4; i++)
            Assert.InRange((report.Parameters[i].Value - truth[i]) / report.StandardErrors![i], -4, 4);
    }

    [Theory]
    [InlineData("small samples", 1.2, 0.75, 0.66, 2.8, 6, 50)]
    [InlineData("hardly anyone buys again", 0.01, 2, 0.6, 3, 12, 300)]
    [InlineData("almost no dropout", 1.2, 0.8, 0.0005, 5, 40, 300)]
    [InlineData("every opportunity taken", 50, 0.05, 0.6, 6, 40, 300)]
    [InlineData("everybody leaves at once", 1.2, 0.8, 50, 0.05, 40, 300)]
    [InlineData("all alike", 800, 2000, 50, 500, 60, 300)]
    [InlineData("hundreds of opportunities", 0.5, 9, 0.5, 60, 300, 300)]
    public void Ten_samples_of_extreme_behaviour_converge_or_say_truly_why_not(string behaviour, double alpha, double beta, double gamma, double delta, int n, int customers)
    {
        Random random = new(behaviour.Length);
        for (int sample = 0; sample < 10; sample++)
            AssertTrue(Draw(new BgBbModel(alpha, beta, gamma, delta, TimeUnit.Week), random, customers, n));
    }

    [Fact]
    public void Nobody_bought_again_or_everybody_did_always()
    {
        foreach (int taken in new[] { 0, 10 })
        {
            FitReport report = new BgBbEstimator().Fit(Rows(Enumerable.Repeat(new PurchaseSummary(taken, taken, 10), 100))).Report;
            Assert.False(report.Converged);
            Assert.Contains("no finite maximum", report.Reason!.Value.English, StringComparison.Ordinal);
            Assert.Null(report.StandardErrors);
        }
    }

    /// <summary>A converged fit has no higher point beside it; a refused one says that it has no finite maximum.</summary>
    private static void AssertTrue(SummaryColumns columns)
    {
        FitReport report = new BgBbEstimator().Fit(columns).Report;
        Assert.False(double.IsNaN(report.LogLikelihood));
        Assert.Equal(report.Converged, report.Reason is null);
        double[] theta = report.Parameters.Select(parameter => parameter.Value).ToArray();
        double at = Total(theta);
        Assert.Equal(report.LogLikelihood, at, 1e-9 + (1e-9 * Math.Abs(at)));
        for (int i = 0; i < 4; i++)
        {
            foreach (double factor in new[] { 0.8, 1.25 })
            {
                double[] moved = (double[])theta.Clone();
                moved[i] *= factor;
                Assert.True(Total(moved) <= at + (report.Converged ? 1e-6 : 1e-2), $"a higher point lies beside {string.Join(' ', theta)}");
            }
        }

        double Total(double[] p)
        {
            double[] scores = new double[columns.Count];
            new BgBbModel(p[0], p[1], p[2], p[3], columns.Unit).LogLikelihood(columns, scores);
            return scores.Sum();
        }
    }

    /// <summary>Customers with n opportunities, and some with fewer.</summary>
    private static SummaryColumns Draw(BgBbModel model, Random random, int customers, int n) => Rows(Enumerable.Range(0, customers).Select(i =>
    {
        int age = n - (i % 3);
        IReadOnlyList<double> times = model.SimulatePurchaseTimes(random, age);
        return new PurchaseSummary(times.Count, times.Count == 0 ? 0 : times[^1], age);
    }));

    private static SummaryColumns Rows(IEnumerable<PurchaseSummary> rows)
    {
        PurchaseSummary[] all = rows.ToArray();
        return new(TimeUnit.Week, Array.ConvertAll(all, row => row.Frequency), Array.ConvertAll(all, row => row.Recency), Array.ConvertAll(all, row => row.Age));
    }
}
