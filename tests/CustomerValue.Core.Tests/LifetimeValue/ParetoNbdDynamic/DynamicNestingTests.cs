using System.Text.Json;
using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.ParetoNbdDynamic;

namespace CustomerValue.Tests.LifetimeValue.ParetoNbdDynamic;

/// <summary>Where the covariates do nothing, or nothing that changes, the model is a simpler one.</summary>
public class DynamicNestingTests
{
    private static readonly CovariatePaths None = new(TimeUnit.Week, 1, [], [[]]);

    [SkippableFact]
    public void Without_covariates_it_is_pareto_nbd_at_its_optimum_on_cdnow()
    {
        SummaryColumns columns = Cdnow.Calibration();
        CovariateHistories histories = new(columns, None, new double[columns.Count], []);
        ParetoNbdDynamicFit fit = new ParetoNbdDynamicEstimator().Fit(histories);
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(SharedData.Path("reference/lifetime/pareto_nbd.json")));
        JsonElement optimum = document.RootElement.GetProperty("mle_polished");
        Assert.True(fit.Report.Converged, fit.Report.Reason?.English);
        Assert.Null(fit.Report.LikelihoodRatio);
        Assert.Equal(optimum.GetProperty("loglik_total").GetDouble(), fit.Report.LogLikelihood, 1e-6);
        for (int i = 0; i < 4; i++)
        {
            string name = fit.Report.Parameters[i].Name;
            Relative.Equal(optimum.GetProperty("params").GetProperty(name).GetDouble(), fit.Report.Parameters[i].Value, 1e-7);
            Relative.Equal(optimum.GetProperty("std_err").GetProperty(name).GetDouble(), fit.Report.StandardErrors![i], 1e-5);
        }
    }

    /// <summary>A covariate that says nothing true of CDNOW hardly moves the likelihood, and never lowers it; with an effect of 0 it is exactly the plain model.</summary>
    [SkippableFact]
    public void An_idle_covariate_on_cdnow_adds_nothing()
    {
        SummaryColumns columns = Cdnow.Calibration();
        double[] values = Enumerable.Range(0, 60).Select(k => k % 5 == 2 ? 1.0 : 0).ToArray();
        CovariatePaths paths = new(TimeUnit.Week, 1, ["idle"], [values]);
        // Times of purchase are not in the summary: each customer's sum is drawn as if they were spread evenly.
        Random random = new(4);
        double[] sums = Enumerable.Range(0, columns.Count).Select(row => (double)Enumerable.Range(0, columns.Frequency[row]).Count(_ => random.NextDouble() < 0.2)).ToArray();
        CovariateHistories histories = new(columns, paths, Enumerable.Range(0, columns.Count).Select(i => 12 * (i / (double)columns.Count)).ToArray(), sums);
        ParetoNbdDynamicFit fit = new ParetoNbdDynamicEstimator().Fit(histories, ["idle"], []);
        Assert.Equal(-9594.973929827, fit.Plain.LogLikelihood, 1e-6);
        Assert.InRange(fit.Report.LikelihoodRatio!.Statistic, 0, 11);
        Assert.InRange(fit.Report.LikelihoodRatio!.PValue, 0.001, 1);
    }

    /// <summary>Covariates of a customer that never change scale the rates: α/e^(γz) and β/e^(δy), as in the model with static covariates.</summary>
    [Theory]
    [InlineData(0, 0, 39)]
    [InlineData(4, 21.3, 39)]
    [InlineData(40, 38, 39)]
    public void Constant_covariates_are_static_ones(int x, double recency, double age)
    {
        CovariatePaths paths = new(TimeUnit.Week, 2, ["a", "b"], [Enumerable.Range(0, 60).SelectMany(_ => new[] { 0.7, -1.2 }).ToArray()], PathContinuation.LastYear);
        ParetoNbdDynamicModel dynamic = new(0.6, 9, 0.7, 11, [new("a", 0.5), new("b", 0.3)], [new("b", -0.8)], TimeUnit.Week);
        ParetoNbdDynamicModel plain = new(0.6, 9 / Math.Exp((0.5 * 0.7) - (0.3 * 1.2)), 0.7, 11 / Math.Exp(0.8 * 1.2), [], [], TimeUnit.Week);
        CovariateHistory customer = new CovariateHistories(new SummaryColumns(TimeUnit.Week, [x], [recency], [age]), paths, [5.5], [0.7 * x, -1.2 * x])[0];
        ParetoNbdDynamicScorer one = dynamic.Over(paths);
        ParetoNbdDynamicScorer other = plain.Over(paths);
        Relative.Equal(other.LogLikelihood(customer), one.LogLikelihood(customer), 1e-12);
        Relative.Equal(other.ProbabilityAlive(customer), one.ProbabilityAlive(customer), 1e-12);
        Relative.Equal(other.ExpectedPurchases(customer, 26), one.ExpectedPurchases(customer, 26), 1e-12);
        Relative.Equal(other.DiscountedExpectedResidualTransactions(customer, 0.1), one.DiscountedExpectedResidualTransactions(customer, 0.1), 1e-12);
        Relative.Equal(other.ProbabilityOfPurchases(3, customer, 26), one.ProbabilityOfPurchases(3, customer, 26), 1e-11);
    }

    [Fact]
    public void What_changes_at_the_end_of_observation_matters_only_afterwards()
    {
        double[] Step(double after) => Enumerable.Range(0, 80).Select(k => k < 40 ? 0 : after).ToArray();
        ParetoNbdDynamicModel model = new(0.6, 9, 0.7, 11, [new("step", 1)], [new("step", 1)], TimeUnit.Week);
        CovariatePaths flat = new(TimeUnit.Week, 1, ["step"], [Step(0)]);
        CovariatePaths steps = new(TimeUnit.Week, 1, ["step"], [Step(2)]);
        CovariateHistory customer = new CovariateHistories(new SummaryColumns(TimeUnit.Week, [3], [20], [35]), steps, [5], [0])[0];
        Assert.Equal(model.Over(flat).LogLikelihood(customer), model.Over(steps).LogLikelihood(customer));
        Assert.Equal(model.Over(flat).ProbabilityAlive(customer), model.Over(steps).ProbabilityAlive(customer));
        Assert.True(model.Over(steps).ExpectedPurchases(customer, 1) > 5 * model.Over(flat).ExpectedPurchases(customer, 1));
    }

    /// <summary>A purchase on the border of two periods belongs to the one that ends there, whatever rounding made of it.</summary>
    [Fact]
    public void Purchases_on_a_border_belong_to_the_period_that_ends_there()
    {
        CovariatePaths paths = new(TimeUnit.Week, 1, ["k"], [Enumerable.Range(0, 10).Select(k => (double)k).ToArray()]);
        CovariateHistories histories = CovariateHistories.FromTimes(paths, [8 / 7.0], [6], [[6 / 7.0, 7 / 7.0, 13 / 7.0]]);
        Assert.Equal([1 + 2 + 2], histories.Sums(0).ToArray());
        const double month = 30.4375;
        CovariatePaths months = new(TimeUnit.Month, 7 / month, ["k"], [Enumerable.Range(0, 10).Select(k => (double)k).ToArray()]);
        Assert.True(((1 / month) + (27 / month)) / (7 / month) > 4);
        Assert.Equal([3], CovariateHistories.FromTimes(months, [1 / month], [1], [[27 / month]]).Sums(0).ToArray());
    }
}
