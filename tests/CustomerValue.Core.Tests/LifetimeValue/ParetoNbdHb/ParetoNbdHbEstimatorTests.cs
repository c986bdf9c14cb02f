using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.Diagnostics;
using CustomerValue.LifetimeValue.HierarchicalBayes;
using CustomerValue.LifetimeValue.ParetoNbd;
using CustomerValue.LifetimeValue.ParetoNbdHb;
using CustomerValue.Validation;

namespace CustomerValue.Tests.LifetimeValue.ParetoNbdHb;

public class ParetoNbdHbEstimatorTests
{
    private static readonly FitOptions Short = new() { Sampling = new SamplingOptions { Seed = 5, Chains = 3, BurnIn = 200, Draws = 50 } };

    /// <summary>
    /// Importance sampling with 20,000 draws of a Student distribution (SciPy) gives means .551, 10.58 and standard deviations .048, .84 for r and α.
    /// For s and β, whose posterior has a tail to 1000 and beyond, the quantiles are what can be held to.
    /// </summary>
    [SkippableFact]
    public void Cdnow_equals_importance_sampling_and_mixes()
    {
        FitReport report = new ParetoNbdHbEstimator().Fit(Cdnow.Calibration()).Report;
        Assert.True(report.Converged, report.Reason?.English);
        Assert.Empty(report.Warnings);
        Assert.Equal(0.551, report.Parameters[0].Value, 0.005);
        Assert.Equal(10.58, report.Parameters[1].Value, 0.1);
        Assert.Equal(0.048, report.StandardErrors![0], 0.004);
        Assert.Equal(0.84, report.StandardErrors[1], 0.07);
        Assert.All(report.Sampling!.RHat, value => Assert.InRange(value, 0.999, 1.01));
        Assert.All(report.Sampling.BulkEffectiveSize, size => Assert.InRange(size, 700, 6000));
        Assert.All(report.Sampling.TailEffectiveSize, size => Assert.InRange(size, 500, 6000));
    }

    /// <summary>The published holdout: 39 weeks, 1,882 purchases. Maximum likelihood has a mean absolute error of .7545.</summary>
    [SkippableFact]
    public void Cdnow_customers_are_drawn_as_the_model_scores_them()
    {
        SummaryColumns columns = Cdnow.Calibration();
        PosteriorFit fit = new ParetoNbdHbEstimator().Sample(columns, [39], new FitOptions { Sampling = new SamplingOptions { Draws = 500 } });
        Assert.Equal(columns.Count, fit.Customers.Count);
        double[] expected = new double[columns.Count];
        fit.Model.ExpectedPurchases(columns, 39, expected);
        Assert.Equal(expected.Sum(), Enumerable.Range(0, columns.Count).Sum(row => fit.Customers[row].Purchases[0].Mean), 25.0);
        for (int row = 0; row < columns.Count; row += 13)
        {
            CustomerPosterior customer = fit.Customers[row];
            Assert.Equal(fit.Model.ProbabilityAlive(columns[row]), customer.ProbabilityAlive, 0.02);
            Assert.Equal(expected[row], customer.Purchases[0].Mean, 0.05 + (0.15 * expected[row]));
            Assert.True(customer.PurchaseRate.Low < customer.PurchaseRate.Median && customer.PurchaseRate.Median < customer.PurchaseRate.High);
            Assert.True(customer.Purchases[0].StandardDeviation >= Math.Sqrt(customer.Purchases[0].Mean) * 0.999);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void The_same_seed_gives_the_same_draws_on_any_number_of_threads_and_in_any_order_of_rows(int workers)
    {
        SummaryColumns columns = Population(300, 3);
        PosteriorFit expected = new ParetoNbdHbEstimator { Workers = 2 }.Sample(columns, [10, 20], Short);
        PosteriorFit actual = new ParetoNbdHbEstimator { Workers = workers }.Sample(Backwards(columns), [10, 20], Short);
        Assert.Equal(expected.Model.Draws, actual.Model.Draws);
        Assert.Equal(expected.Report.Sampling!.RHat, actual.Report.Sampling!.RHat);
        for (int row = 0; row < columns.Count; row++)
        {
            CustomerPosterior one = expected.Customers[row];
            CustomerPosterior other = actual.Customers[columns.Count - 1 - row];
            Assert.Equal((one.ProbabilityAlive, one.PurchaseRate, one.DropoutRate), (other.ProbabilityAlive, other.PurchaseRate, other.DropoutRate));
            Assert.Equal(one.Purchases, other.Purchases);
        }
    }

    [Fact]
    public void Another_seed_gives_other_draws()
    {
        SummaryColumns columns = Population(100, 3);
        FitReport one = new ParetoNbdHbEstimator().Fit(columns, Short).Report;
        FitReport other = new ParetoNbdHbEstimator().Fit(columns, Short with { Sampling = Short.Sampling! with { Seed = 6 } }).Report;
        Assert.NotEqual(one.Parameters, other.Parameters);
    }

    [Fact]
    public void Weights_equal_repetition()
    {
        SummaryColumns columns = Population(60, 4);
        int[] rows = [.. Enumerable.Range(0, 60).SelectMany(row => Enumerable.Repeat(row, 1 + (row % 3)))];
        FitReport weighted = new ParetoNbdHbEstimator().Fit(columns, Short with { Weights = [.. Enumerable.Range(0, 60).Select(row => 1.0 + (row % 3))] }).Report;
        FitReport repeated = new ParetoNbdHbEstimator().Fit(new SummaryColumns(TimeUnit.Week, [.. rows.Select(row => columns.Frequency[row])], [.. rows.Select(row => columns.Recency[row])], [.. rows.Select(row => columns.Age[row])]), Short).Report;
        Assert.Equal(repeated.Parameters.Select(parameter => parameter.Value), weighted.Parameters.Select(parameter => parameter.Value));
    }

    /// <summary>3,000 customers hold so much that the priors move means by less than a third of a standard deviation; the truth is within 4.</summary>
    [Fact]
    public void Posterior_means_are_near_the_maximum_and_the_truth()
    {
        ParetoNbdModel truth = new(1.2, 6, 1.5, 20, TimeUnit.Week);
        SummaryColumns columns = Simulated.Columns(truth, new Random(8), 3000, 78);
        FitReport maximum = new ParetoNbdEstimator().Fit(columns).Report;
        FitReport posterior = new ParetoNbdHbEstimator().Fit(columns, new FitOptions { Sampling = new SamplingOptions { Draws = 500 } }).Report;
        Assert.True(posterior.Converged, posterior.Reason?.English);
        for (int i = 0; i < 4; i++)
        {
            Assert.InRange((posterior.Parameters[i].Value - maximum.Parameters[i].Value) / posterior.StandardErrors![i], -0.4, 0.6);
            Assert.InRange((posterior.Parameters[i].Value - truth.Parameters[i].Value) / posterior.StandardErrors[i], -4, 4);
            Assert.InRange(posterior.StandardErrors[i] / maximum.StandardErrors![i], 0.8, 1.6);
        }
    }

    [Fact]
    public void Cancelling_stops_it_and_progress_is_told()
    {
        using CancellationTokenSource source = new();
        Told told = new(fraction =>
        {
            Assert.InRange(fraction, 0, 1);
            source.Cancel();
        });
        FitOptions options = new() { Sampling = new SamplingOptions { Draws = 100_000, Progress = told } };
        Assert.ThrowsAny<OperationCanceledException>(() => new ParetoNbdHbEstimator().Sample(Population(300, 3), [], options, source.Token));
        Assert.InRange(told.Times, 1, 100);
    }

    [Fact]
    public void Chains_too_short_to_agree_are_told_of()
    {
        FitOptions options = new() { Sampling = new SamplingOptions { Chains = 2, BurnIn = 100, Draws = 8 } };
        FitReport report = new ParetoNbdHbEstimator().Fit(Population(300, 3), options).Report;
        Assert.True(!report.Converged || report.Warnings.Count > 0);
        Assert.Equal(report.Converged, report.Reason is null);
        Assert.All(report.Warnings, warning => Assert.True(warning.English.Length > 20 && warning.Chinese.Length > 10));
    }

    [Fact]
    public void Wrong_calls_are_refused()
    {
        ParetoNbdHbEstimator estimator = new();
        SummaryColumns columns = Population(20, 1);
        Assert.Contains("Penalizer", Assert.Throws<DataRejectedException>(() => estimator.Fit(columns, new FitOptions { Penalizer = 0.1 })).Message, StringComparison.Ordinal);
        Assert.Throws<DataRejectedException>(() => estimator.Fit(new SummaryColumns(TimeUnit.Week, [], [], [])));
        DataRejectedException options = Assert.Throws<DataRejectedException>(() => estimator.Fit(columns, new FitOptions { Sampling = new SamplingOptions { Chains = 0, BurnIn = 1, Draws = 2, Thinning = 0 } }));
        Assert.Equal(4, options.Problems.Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => estimator.Sample(columns, [-1]));
        Assert.Throws<DataRejectedException>(() => new GammaPrior(0, 1));
    }

    private static SummaryColumns Population(int customers, int seed) => Simulated.Columns(new ParetoNbdModel(0.8, 6, 0.9, 12, TimeUnit.Week), new Random(seed), customers, 52);

    private static SummaryColumns Backwards(SummaryColumns columns)
    {
        int[] rows = [.. Enumerable.Range(0, columns.Count).Reverse()];
        return new SummaryColumns(columns.Unit, [.. rows.Select(row => columns.Frequency[row])], [.. rows.Select(row => columns.Recency[row])], [.. rows.Select(row => columns.Age[row])]);
    }

    private sealed class Told(Action<double> tell) : IProgress<double>
    {
        public int Times;

        public void Report(double value)
        {
            Interlocked.Increment(ref Times);
            tell(value);
        }
    }
}
