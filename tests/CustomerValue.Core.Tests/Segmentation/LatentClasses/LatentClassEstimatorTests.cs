using CustomerValue.Segmentation.Clustering;
using CustomerValue.Segmentation.LatentClasses;
using CustomerValue.Validation;

namespace CustomerValue.Tests.Segmentation.LatentClasses;

public sealed class LatentClassEstimatorTests
{
    private static readonly int[] Categories = [2, 3, 2, 3];

    /// <summary>Log-likelihoods and standard errors by scipy 1.10.1: BFGS on the likelihood from 25 starts, its Hessian by central differences of 1e-4.</summary>
    [Theory]
    [InlineData(false, -751.6690769540171)]
    [InlineData(true, -656.5662061105154)]
    public void Missing_answers_and_covariates_agree_with_a_direct_maximisation(bool withCovariate, double expected)
    {
        LatentClassFit fit = LatentClassEstimator.Fit(Answers.Of(Rows(), Categories), withCovariate ? Numbers(X()) : null, new LatentClassOptions { Classes = 2 });
        Assert.Equal(expected, fit.Report.LogLikelihood, 1e-8);
        Assert.True(fit.Report.Converged && fit.Report.Identified == true);
        if (!withCovariate)
        {
            Assert.Equal(0.03396980315189013, fit.Report.ProbabilityErrors.Select(ofClass => ofClass[0][0]!.Value).MinBy(error => Math.Abs(error - 0.034)), 1e-6);
            // The share's error is the logit's times c(1 − c).
            Assert.Equal(0.12859204 * fit.Model.Shares[0] * fit.Model.Shares[1], fit.Report.ShareErrors[0], 1e-6);
            return;
        }

        Assert.Equal(0.91307781, Math.Abs(fit.Model.Coefficients[1][1]), 1e-5);
        Assert.Equal(4.32705699, Math.Abs(fit.Model.Coefficients[1][0]), 1e-5);
        Assert.Equal(0.52613474, fit.Report.CoefficientErrors[1][0], 1e-5);
        Assert.Equal(0.10385688, fit.Report.CoefficientErrors[1][1], 1e-5);
    }

    [Fact]
    public void The_likelihood_never_falls_in_a_step_and_rows_sum_to_one()
    {
        foreach (NumericTable? covariates in new[] { null, Numbers(X()) })
        {
            AnswerPatterns patterns = AnswerPatterns.Of(Answers.Of(Rows(), Categories), covariates);
            Expectation expectation = new(patterns, 3, 1, default);
            Ascent ascent = new(patterns, 3, expectation, default);
            ClassParameters at = new(patterns, 3);
            for (int i = at.CellsFrom; i < at.Values.Length; i++)
                at.Values[i] = Math.Sin(i * 1.7);
            foreach (int @class in new[] { 0, 1, 2 })
            {
                foreach (int start in patterns.Starts)
                    at.Values[at.At(@class, start)] = 0;
            }

            at.Normalize();
            double last = double.NegativeInfinity;
            for (int step = 0; step < 200; step++)
            {
                at = ascent.Step(at, out double value, out _);
                Assert.True(value >= last - 1e-10, $"{step}: {value} after {last}");
                last = value;
            }
        }
    }

    [Fact]
    public void The_hessian_is_the_difference_of_gradients()
    {
        AnswerPatterns patterns = AnswerPatterns.Of(Answers.Of(Rows(), Categories), Numbers(X()));
        ClassParameters at = new(patterns, 3);
        for (int i = 0; i < at.Values.Length; i++)
            at.Values[i] = i < at.CellsFrom ? 0.3 * i : patterns.Starts.Any(start => (i - at.CellsFrom) % patterns.CellCount == start) ? 0 : Math.Sin(i * 1.7);
        at.Normalize();
        ClassObjective objective = new(at, new Expectation(patterns, 3, 1, default), 1e-8, 1, default);
        int n = objective.Dimension;
        double[] x = objective.Start();
        double[,] hessian = new double[n, n];
        double[] gradient = new double[n];
        objective.Evaluate(x, gradient, hessian);
        double[] up = new double[n];
        double[] down = new double[n];
        for (int i = 0; i < n; i++)
        {
            double[] moved = (double[])x.Clone();
            moved[i] += 1e-5;
            double above = objective.Evaluate(moved, up, new double[n, n]);
            moved[i] -= 2e-5;
            double below = objective.Evaluate(moved, down, new double[n, n]);
            Assert.Equal((above - below) / 2e-5, gradient[i], 1e-8);
            for (int j = 0; j < n; j++)
                Assert.Equal((up[j] - down[j]) / 2e-5, hessian[i, j], 1e-8);
        }
    }

    [Fact]
    public void Weights_are_repetitions_and_order_and_threads_change_nothing()
    {
        int[][] rows = Rows();
        LatentClassOptions options = new() { Classes = 2, Workers = 1 };
        LatentClassFit whole = LatentClassEstimator.Fit(Answers.Of(rows, Categories), options);
        var distinct = rows.GroupBy(row => string.Join(",", row)).ToArray();
        LatentClassFit weighted = LatentClassEstimator.Fit(Answers.Of([.. distinct.Select(group => group.First())], Categories, weights: [.. distinct.Select(group => (double)group.Count())]), options);
        LatentClassFit backward = LatentClassEstimator.Fit(Answers.Of([.. rows.Reverse()], Categories), options with { Workers = 4 });
        foreach (LatentClassFit other in new[] { weighted, backward })
        {
            Assert.Equal(whole.Report.LogLikelihood, other.Report.LogLikelihood);
            Assert.Equal(whole.Model.Shares, other.Model.Shares);
            Assert.Equal(whole.Model.Probabilities.SelectMany(a => a.SelectMany(b => b)), other.Model.Probabilities.SelectMany(a => a.SelectMany(b => b)));
        }
    }

    [Fact]
    public void Items_and_categories_in_another_order_give_the_same_classes()
    {
        int[][] rows = Rows();
        LatentClassOptions options = new() { Classes = 2 };
        LatentClassFit one = LatentClassEstimator.Fit(Answers.Of(rows, Categories), options);
        LatentClassFit other = LatentClassEstimator.Fit(Answers.Of([.. rows.Select(row => new[] { row[3] < 0 ? -1 : 2 - row[3], row[2], row[1], row[0] })], [3, 2, 3, 2]), options);
        Assert.Equal(one.Report.LogLikelihood, other.Report.LogLikelihood, 1e-9);
        Assert.Equal(one.Model.Shares[0], other.Model.Shares[0], 1e-6);
        for (int category = 0; category < 3; category++)
            Assert.Equal(one.Model.Probabilities[0][3][category], other.Model.Probabilities[0][0][2 - category], 1e-6);
    }

    [Fact]
    public void Bic_finds_the_classes_that_made_the_answers_and_their_probabilities()
    {
        int[] categories = [3, 3, 3, 4, 4, 2];
        LatentClassFit fit = LatentClassEstimator.Fit(Answers.Of(Answers.Drawn(4000, categories, 3, seed: 1, missing: 0.05), categories), new LatentClassOptions { Agreement = 2, MaxStarts = 5, MaxClasses = 4, MaxIterations = 300 });
        Assert.Equal(3, fit.Model.Classes);
        Assert.Equal(2.0 / 3, fit.Model.Shares[0], 0.05);
        Assert.Equal(0.75 + (0.25 / 3), fit.Model.Probabilities[0][0][0], 0.05);
        Assert.Equal(fit.Report.Bic, fit.Report.Candidates.Min(candidate => candidate.Bic));
        Assert.Equal([1, 2, 3, 4], fit.Report.Candidates.Select(candidate => candidate.Classes));
        Assert.InRange(fit.Report.EntropyRSquared, 0.5, 1);
    }

    [Fact]
    public void A_covariate_without_effect_changes_next_to_nothing()
    {
        int[][] rows = Rows();
        // Everyone twice, once with each value: membership can't depend on it.
        LatentClassOptions options = new() { Classes = 2 };
        LatentClassFit plain = LatentClassEstimator.Fit(Answers.Of([.. rows, .. rows], Categories), options);
        LatentClassFit with = LatentClassEstimator.Fit(Answers.Of([.. rows, .. rows], Categories), Numbers([.. rows.Select(_ => 0.0), .. rows.Select(_ => 1.0)]), options);
        Assert.Equal(plain.Report.LogLikelihood, with.Report.LogLikelihood, 1e-8);
        Assert.Equal(0, with.Model.Coefficients[1][1], 1e-6);
        Assert.Equal(plain.Model.Shares[0], with.Model.Shares[0], 1e-6);
    }

    [Fact]
    public void Long_batteries_neither_underflow_nor_lose_the_classes()
    {
        int[] categories = [.. Enumerable.Repeat(5, 120)];
        LatentClassFit fit = LatentClassEstimator.Fit(Answers.Of(Answers.Drawn(200, categories, 2, seed: 3), categories), new LatentClassOptions { Classes = 2, Agreement = 3 });
        Assert.False(double.IsNaN(fit.Report.LogLikelihood) || double.IsInfinity(fit.Report.LogLikelihood));
        Assert.Equal(1, fit.Report.EntropyRSquared, 1e-6);
        Assert.Equal(0.75, fit.Model.Shares[0], 0.1);
    }

    [Fact]
    public void What_cannot_be_fitted_is_refused_or_said()
    {
        Assert.Contains("different rows", Refused(() => LatentClassEstimator.Fit(Answers.Of([[0, 1], [1, 0]], [2, 2]), new LatentClassOptions { Classes = 3 })), StringComparison.Ordinal);
        Assert.Contains("no answer", Refused(() => LatentClassEstimator.Fit(Answers.Of([[-1], [-1]], [2]))), StringComparison.Ordinal);
        Assert.Contains("categories", Refused(() => Answers.Of([[0]], [1_000_000])), StringComparison.Ordinal);
        Assert.Contains("no code", Refused(() => Answers.Of([[2]], [2])), StringComparison.Ordinal);
        Assert.Contains("the same for all", Refused(() => LatentClassEstimator.Fit(Answers.Of([[0], [1]], [2]), Numbers([1, 1]))), StringComparison.Ordinal);
        Assert.Equal(5, new LatentClassOptions { Classes = 0, MaxClasses = 99, Agreement = 0, MaxStarts = 0, MaxIterations = 0 }.Validate().Count);

        LatentClassReport few = LatentClassEstimator.Fit(Answers.Of(Rows(), Categories), new LatentClassOptions { Classes = 8, MaxStarts = 3, MaxIterations = 300 }).Report;
        Assert.True(few.DegreesOfFreedom < 0 && few.Identified == false && few.ShareErrors.All(error => !double.IsNaN(error)));
        Assert.Contains(few.Warnings, warning => warning.English.Contains("degrees of freedom", StringComparison.Ordinal));
        LatentClassFit one = LatentClassEstimator.Fit(Answers.Of([[0, 1]], [2, 2]));
        Assert.Equal((1, 0.0), (one.Model.Classes, Math.Round(one.Report.LogLikelihood, 6)));
    }

    private static string Refused(Func<object> make) => Assert.Throws<DataRejectedException>(make).Message;

    private static NumericTable Numbers(double[] values) => new([values], ["x"]);

    private static double[] X() => [.. Enumerable.Range(0, 300).Select(i => i * 37 % 101 / 10.0)];

    private static int[][] Rows()
    {
        double[] x = X();
        return [.. Enumerable.Range(0, 300).Select(i =>
        {
            int member = i * 17 % 29 / 29.0 < 1 / (1 + Math.Exp(-(x[i] - 5))) ? 1 : 0;
            return Categories.Select((count, j) => (i * (j + 3) % 23) == 1 + j ? -1
                : ((i * (53 + (12 * j))) + (7 * j * i * i)) % 97 / 97.0 < 0.7 ? (member + j) % count : i / (j + 2) % count).ToArray();
        })];
    }
}
