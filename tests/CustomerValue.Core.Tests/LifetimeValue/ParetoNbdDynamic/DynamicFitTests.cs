using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.ParetoNbdDynamic;
using CustomerValue.Validation;

namespace CustomerValue.Tests.LifetimeValue.ParetoNbdDynamic;

public class DynamicFitTests
{
    private static readonly ParetoNbdDynamicEstimator Estimator = new();

    [Fact]
    public void Effects_are_found_tested_and_never_lower_the_likelihood()
    {
        CovariateHistories histories = DynamicSamples.Drawn(DynamicSamples.Model(), DynamicSamples.Paths(), 800, 80, new Random(21));
        ParetoNbdDynamicFit fit = Estimator.Fit(histories);
        Assert.True(fit.Report.Converged);
        Assert.Equal(["r", "alpha", "s", "beta", "purchase.wave", "purchase.promo", "life.wave", "life.promo"], fit.Report.Parameters.Select(parameter => parameter.Name));
        Assert.Equal(fit.Report.Parameters, fit.Model.Parameters);
        Assert.True(fit.Report.LikelihoodRatio!.Statistic > 100 && fit.Report.LikelihoodRatio.PValue < 1e-10);
        double[] each = new double[histories.Count];
        fit.Model.Over(histories.Paths).LogLikelihood(histories, each);
        Relative.Equal(each.Sum(), fit.Report.LogLikelihood, 1e-11);

        ParetoNbdDynamicFit warm = Estimator.Fit(histories, options: new FitOptions { Start = fit.Report.Parameters });
        Assert.Equal(fit.Report.LogLikelihood, warm.Report.LogLikelihood, 1e-7);
        Assert.True(warm.Report.Evaluations < fit.Report.Evaluations);
        ParetoNbdDynamicFit shrunk = Estimator.Fit(histories, options: new FitOptions { Penalizer = 0.1 });
        Assert.Null(shrunk.Report.LikelihoodRatio);
        Assert.True(Math.Abs(shrunk.Model.PurchaseEffects[0].Value) < Math.Abs(fit.Model.PurchaseEffects[0].Value));
    }

    /// <summary>The unit and the origin of a covariate change its effect and α or β as they must, and nothing else; neither does the unit of time.</summary>
    [Fact]
    public void Another_scale_of_covariates_or_time_is_the_same_fit()
    {
        CovariateHistories histories = DynamicSamples.Drawn(DynamicSamples.Model(), DynamicSamples.Paths(), 300, 80, new Random(22));
        CovariatePaths cents = new(TimeUnit.Day, 7, ["wave", "promo"], [Enumerable.Range(0, 120).SelectMany(k => new[] { 5000 + (100 * histories.Paths[0, k][0]), histories.Paths[0, k][1] }).ToArray()]);
        CovariateHistories scaled = new(
            new SummaryColumns(TimeUnit.Day, histories.Columns.Frequency.ToArray(), Times7(histories.Columns.Recency), Times7(histories.Columns.Age)),
            cents,
            Times7(histories.Start),
            Enumerable.Range(0, histories.Count).SelectMany(row => new[] { (5000.0 * histories.Columns.Frequency[row]) + (100 * histories.Sums(row)[0]), histories.Sums(row)[1] }).ToArray());
        FitReport one = Estimator.Fit(histories).Report;
        FitReport other = Estimator.Fit(scaled).Report;
        Assert.Equal(one.LogLikelihood - (histories.Columns.Frequency.ToArray().Sum() * Math.Log(7)), other.LogLikelihood, 1e-6);
        Relative.Equal(one.Parameters[4].Value, 100 * other.Parameters[4].Value, 1e-7);
        Relative.Equal(one.StandardErrors![4], 100 * other.StandardErrors![4], 1e-6);
        Relative.Equal(one.StandardErrors![7], other.StandardErrors![7], 1e-6);
        Relative.Equal(7 * one.Parameters[1].Value * Math.Exp(50 * one.Parameters[4].Value), other.Parameters[1].Value, 1e-6);

        double[] Times7(ReadOnlySpan<double> weeks) => weeks.ToArray().Select(week => 7 * week).ToArray();
    }

    /// <summary>The errors of α and β where the covariates are far from 0 come through the map from standardised ones; numerically they are the inverse curvature.</summary>
    [Fact]
    public void The_covariance_is_the_inverse_of_the_curvature_by_the_natural_parameters()
    {
        double[] values = Enumerable.Range(0, 120).Select(k => 2 + Math.Sin(k / 3.0)).ToArray();
        CovariatePaths paths = new(TimeUnit.Week, 1, ["wave"], [values]);
        ParetoNbdDynamicModel truth = new(0.8, 8, 0.9, 15, [new("wave", 0.5)], [new("wave", 0.4)], TimeUnit.Week);
        CovariateHistories histories = DynamicSamples.Drawn(truth, paths, 200, 80, new Random(23));
        FitReport report = Estimator.Fit(histories).Report;
        double[] theta = report.Parameters.Select(parameter => parameter.Value).ToArray();
        double[,] curvature = new double[6, 6];
        for (int i = 0; i < 6; i++)
        {
            for (int j = 0; j < 6; j++)
                curvature[i, j] = -(Total(i, 1, j, 1) - Total(i, 1, j, -1) - Total(i, -1, j, 1) + Total(i, -1, j, -1)) / (4 * Step(i) * Step(j));
        }

        double[,] expected = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.DenseOfArray(curvature).Inverse().ToArray();
        for (int i = 0; i < 6; i++)
            Relative.Equal(Math.Sqrt(expected[i, i]), report.StandardErrors![i], 1e-3);

        double Step(int i) => 1e-3 * Math.Max(0.3, theta[i]);

        double Total(int i, int up, int j, int along)
        {
            double[] p = (double[])theta.Clone();
            p[i] += up * Step(i);
            p[j] += along * Step(j);
            double[] each = new double[histories.Count];
            new ParetoNbdDynamicModel(p[0], p[1], p[2], p[3], [new("wave", p[4])], [new("wave", p[5])], TimeUnit.Week).Over(paths).LogLikelihood(histories, each);
            return each.Sum();
        }
    }

    [Theory]
    [InlineData("nobody buys again", 0.001, 50, 0.7, 12)]
    [InlineData("nobody leaves", 0.8, 8, 1e-4, 1000)]
    [InlineData("everybody leaves at once", 0.8, 8, 60, 0.05)]
    [InlineData("all customers alike", 400, 4000, 400, 8000)]
    [InlineData("very often", 5, 1, 0.7, 12)]
    [InlineData("ordinary", 0.8, 8, 0.7, 12)]
    public void Whatever_happened_there_is_an_answer_and_a_true_reason(string behaviour, double r, double alpha, double s, double beta)
    {
        CovariatePaths paths = DynamicSamples.Paths();
        ParetoNbdDynamicModel truth = DynamicSamples.Model(r, alpha, s, beta);
        for (int sample = 0; sample < 2; sample++)
        {
            CovariateHistories histories = DynamicSamples.Drawn(truth, paths, 40, 52, new Random(behaviour.Length + (100 * sample)));
            ParetoNbdDynamicFit fit = Estimator.Fit(histories);
            Assert.Equal(fit.Report.Converged, fit.Report.Reason is null);
            Assert.False(double.IsNaN(fit.Report.LogLikelihood));
            Assert.True(fit.Report.LogLikelihood >= fit.Plain.LogLikelihood - 1e-6, $"{fit.Report.LogLikelihood} below {fit.Plain.LogLikelihood}");
            if (!fit.Report.Converged)
                continue;
            double at = Total(fit.Model);
            Assert.Equal(fit.Report.LogLikelihood, at, 1e-7 * Math.Abs(at));
            foreach (int i in Enumerable.Range(0, 8))
            {
                foreach (int sign in new[] { -1, 1 })
                {
                    double[] p = fit.Model.Parameters.Select(parameter => parameter.Value).ToArray();
                    p[i] = i < 4 ? p[i] * Math.Pow(1.25, sign) : p[i] + (0.2 * sign);
                    Assert.True(Total(DynamicSamples.Model(p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7])) <= at + 1e-6, $"{behaviour}: a higher point lies beside {string.Join(' ', fit.Model.Parameters)}");
                }
            }

            double Total(ParetoNbdDynamicModel model)
            {
                double[] each = new double[histories.Count];
                model.Over(paths).LogLikelihood(histories, each);
                return each.Sum();
            }
        }
    }

    [Fact]
    public void Covariates_that_can_not_be_told_apart_are_named_as_the_reason()
    {
        double[] values = Enumerable.Range(0, 120).SelectMany(k => new[] { Math.Sin(k / 3.0), 2 * Math.Sin(k / 3.0), 5 }).ToArray();
        CovariatePaths paths = new(TimeUnit.Week, 1, ["wave", "twice", "constant"], [values]);
        ParetoNbdDynamicModel truth = new(0.8, 8, 0.9, 15, [new("wave", 0.5)], [], TimeUnit.Week);
        CovariateHistories histories = DynamicSamples.Drawn(truth, paths, 200, 80, new Random(24));
        FitReport collinear = Estimator.Fit(histories, ["wave", "twice"], []).Report;
        Assert.False(collinear.Converged);
        Assert.Contains("purchase.twice", collinear.Reason!.Value.English, StringComparison.Ordinal);
        Assert.Contains("effect of a covariate can't be told", collinear.Reason!.Value.English, StringComparison.Ordinal);
        Assert.Null(collinear.StandardErrors);
        FitReport constant = Estimator.Fit(histories, ["constant"], []).Report;
        Assert.False(constant.Converged);
        Assert.Contains("purchase.constant", constant.Reason!.Value.English, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cancelled_fit_stops()
    {
        using CancellationTokenSource source = new();
        source.Cancel();
        CovariateHistories histories = DynamicSamples.Drawn(DynamicSamples.Model(), DynamicSamples.Paths(), 10, 52, new Random(1));
        Assert.Throws<OperationCanceledException>(() => Estimator.Fit(histories, cancellationToken: source.Token));
    }

    [Fact]
    public void A_fit_names_every_problem_of_its_arguments_at_once()
    {
        CovariateHistories histories = DynamicSamples.Drawn(DynamicSamples.Model(), DynamicSamples.Paths(), 10, 52, new Random(1));
        FitOptions options = new() { Penalizer = -1, Weights = [1], Start = [new("r", 1), new("alpha", -1), new("s", 1), new("beta", 1), new("purchase.nothing", double.NaN), new("purchase.wave", -1)] };
        DataRejectedException refused = Assert.Throws<DataRejectedException>(() => Estimator.Fit(histories, ["nothing", "wave"], ["wave", "wave"], options));
        Assert.Equal(["Penalizer", "Weights", "purchaseCovariates", "dropoutCovariates", "Start", "Start.alpha", "Start.purchase.nothing"], refused.Problems.Select(problem => problem.Field));
        CovariatePaths paths = DynamicSamples.Paths();
        Assert.Throws<DataRejectedException>(() => Estimator.Fit(new CovariateHistories(new SummaryColumns(TimeUnit.Week, [], [], []), paths, [], [])));
        Assert.Throws<DataRejectedException>(() => Estimator.Fit(DynamicSamples.One(paths, 0, 0, 0, 3)));
    }
}
