using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.ShiftedBetaGeometric;
using CustomerValue.Validation;

namespace CustomerValue.Tests.LifetimeValue.ShiftedBetaGeometric;

public class SbgFitTests
{
    private static readonly ShiftedBetaGeometricEstimator Estimator = new();

    [Theory]
    [InlineData(-0.4, 1.3)]
    [InlineData(4, -3)]
    [InlineData(-5, 6)]
    public void Gradient_and_hessian_are_the_central_differences(double alpha, double beta) =>
        Derivatives.AssertRight(new ShiftedBetaGeometricLikelihood(Draw(new(0.7, 1.2, TimeUnit.Month), 1, 400, 12), null, null, 0.02), [alpha, beta]);

    [Fact]
    public void The_likelihood_is_that_of_the_customers_and_a_cohort_sees_its_own()
    {
        ContractColumns contracts = Draw(new(0.7, 1.2, TimeUnit.Month), 2, 300, 12);
        double[] weights = Enumerable.Range(0, 300).Select(i => i % 3 / 2.0).ToArray();
        FitOptions options = new() { Weights = weights };
        FitResult<ShiftedBetaGeometricModel> pooled = Estimator.Fit(contracts, options);
        IReadOnlyDictionary<string, FitResult<ShiftedBetaGeometricModel>> fits = Estimator.FitByCohort(contracts, options);
        Assert.Equal(["even", "odd"], fits.Keys);
        Relative.Equal(Total(pooled.Model, _ => true), pooled.Report.LogLikelihood, 1e-12);
        Relative.Equal(Total(fits["odd"].Model, row => row % 2 == 1), fits["odd"].Report.LogLikelihood, 1e-12);
        Assert.Equal(pooled.Report.Customers, fits.Values.Sum(fit => fit.Report.Customers));
        Assert.True(fits.Values.Sum(fit => fit.Report.LogLikelihood) >= pooled.Report.LogLikelihood);

        double Total(ShiftedBetaGeometricModel model, Func<int, bool> counts) =>
            Enumerable.Range(0, 300).Where(counts).Sum(row => weights[row] * model.LogLikelihood(contracts.Renewals[row], contracts.Active[row]));
    }

    [Fact]
    public void Customers_who_started_at_different_times_give_back_the_parameters_within_4_standard_errors()
    {
        FitReport report = Estimator.Fit(Draw(new(1.4, 4, TimeUnit.Month), 3, 20_000, 15)).Report;
        Assert.True(report.Converged);
        Assert.InRange((report.Parameters[0].Value - 1.4) / report.StandardErrors![0], -4, 4);
        Assert.InRange((report.Parameters[1].Value - 4) / report.StandardErrors![1], -4, 4);
        Assert.Empty(report.Warnings);
    }

    [Fact]
    public void A_warm_start_leads_to_the_same_maximum_and_weights_equal_repetition()
    {
        ContractColumns contracts = Draw(new(0.7, 1.2, TimeUnit.Month), 4, 400, 12);
        FitReport cold = Estimator.Fit(contracts).Report;
        FitReport warm = Estimator.Fit(contracts, new FitOptions { Start = cold.Parameters, Weights = Enumerable.Repeat(2.0, 400).ToArray() }).Report;
        Assert.True(warm.Iterations < cold.Iterations);
        Assert.Equal(2 * cold.LogLikelihood, warm.LogLikelihood, 1e-8);
        Relative.Equal(cold.Parameters[0].Value, warm.Parameters[0].Value, 1e-7);
        Assert.Contains(cold.Warnings, warning => warning.English.Contains("no finite mean", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("nobody leaves", 5, 5, "nobody seems to leave")]
    [InlineData("all leave at once", 1, 5, "everybody seems to leave")]
    public void Without_an_optimum_the_reason_is_told(string what, int recency, int age, string reason)
    {
        FitReport report = Estimator.Fit(ContractColumns.OfPeriods(TimeUnit.Month, Enumerable.Repeat((double)recency, 50).ToArray(), Enumerable.Repeat((double)age, 50).ToArray())).Report;
        Assert.False(report.Converged, what);
        Assert.Contains(reason, report.Reason!.Value.English, StringComparison.Ordinal);
        Assert.Null(report.StandardErrors);
    }

    [Theory]
    [InlineData(30, 0.7, 1.2)]
    [InlineData(30, 1.5, 20)]
    [InlineData(300, 400, 2000)]
    [InlineData(300, 0.02, 0.03)]
    public void Twenty_small_samples_converge_or_say_why_not(int customers, double alpha, double beta)
    {
        for (int sample = 0; sample < 20; sample++)
        {
            FitReport report = Estimator.Fit(Draw(new(alpha, beta, TimeUnit.Month), 100 + sample, customers, 6)).Report;
            Assert.False(double.IsNaN(report.LogLikelihood));
            Assert.Equal(report.Converged, report.Reason is null);
            Assert.Equal(report.Converged, report.StandardErrors is not null);
        }
    }

    [Fact]
    public void Nothing_to_fit_is_refused()
    {
        Assert.Throws<DataRejectedException>(() => Estimator.Fit(new ContractColumns(TimeUnit.Month, [], [])));
        Assert.Throws<DataRejectedException>(() => Estimator.Fit(new ContractColumns(TimeUnit.Month, [1], [true]), new FitOptions { Weights = [0] }));
        Assert.Equal("cohorts", Assert.Single(Assert.Throws<DataRejectedException>(() => Estimator.FitByCohort(new ContractColumns(TimeUnit.Month, [1], [true]))).Problems).Field);
        Assert.Equal(["renewals", "cohorts"], Assert.Throws<DataRejectedException>(() => new ContractColumns(TimeUnit.Month, [1, -1], [true, true], ["a", ""])).Problems.Select(problem => problem.Field));
        Assert.Equal(["active"], Assert.Throws<DataRejectedException>(() => new ContractColumns(TimeUnit.Month, [1, 1], [true])).Problems.Select(problem => problem.Field));
    }

    /// <summary>Customers of two cohorts, watched for different numbers of periods.</summary>
    private static ContractColumns Draw(ShiftedBetaGeometricModel model, int seed, int customers, int periods)
    {
        Random random = new(seed);
        int[] renewals = new int[customers];
        bool[] active = new bool[customers];
        for (int i = 0; i < customers; i++)
        {
            int seen = periods - (i % 4);
            renewals[i] = model.SimulateRenewals(random, 0, seen);
            active[i] = renewals[i] == seen;
        }

        return new(model.Unit, renewals, active, Enumerable.Range(0, customers).Select(i => i % 2 == 0 ? "even" : "odd").ToArray());
    }
}
