using CustomerValue.Segmentation.Clustering;
using CustomerValue.Segmentation.Clustering.Mixtures;
using CustomerValue.Validation;

namespace CustomerValue.Tests.Segmentation.Clustering.Mixtures;

public sealed class MixtureProperties
{
    private static readonly GaussianMixtureOptions Sharp = new() { Components = 3, Regularization = 0, Tolerance = 1e-13, MaxIterations = 20_000 };

    public static TheoryData<CovarianceShape> Shapes => [CovarianceShape.Spherical, CovarianceShape.Diagonal, CovarianceShape.Tied, CovarianceShape.Full];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void The_likelihood_never_falls_and_the_weights_sum_to_1(CovarianceShape shape)
    {
        for (int seed = 1; seed <= 5; seed++)
        {
            (double[][] rows, int[] labels) = MixtureData.Clouds(300, 3, 3, 1.2, seed);
            List<double> course = [];
            GaussianMixtureModel model = GaussianMixtureEstimator.Fit(MixtureData.Table(rows), default, Sharp with { Covariance = shape, InitialLabels = labels }, 1, course, default);
            Assert.True(course.Count > 5);
            for (int i = 1; i < course.Count; i++)
                Assert.True(course[i] >= course[i - 1] - 1e-14, $"{course[i] - course[i - 1]} in iteration {i}");
            Assert.Equal(1, model.Components.Sum(component => component.Weight), 12);
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Shifting_scaling_and_turning_round_the_rows_change_no_more_than_rounding(CovarianceShape shape)
    {
        (double[][] rows, int[] labels) = MixtureData.Clouds(400, 3, 3, 5, 11);
        GaussianMixtureOptions options = Sharp with { Covariance = shape };
        GaussianMixtureModel plain = GaussianMixtureEstimator.Fit(MixtureData.Table(rows), options with { InitialLabels = labels });
        const double factor = 1000, shift = 1e6;
        GaussianMixtureModel moved = GaussianMixtureEstimator.Fit(MixtureData.Table([.. rows.Select(row => row.Select(value => (factor * value) + shift).ToArray())]), options with { InitialLabels = labels });
        GaussianMixtureModel turned = GaussianMixtureEstimator.Fit(MixtureData.Table([.. Enumerable.Reverse(rows)]), options with { InitialLabels = [.. Enumerable.Reverse(labels)] });
        Near(plain.Report!.LogLikelihood, moved.Report!.LogLikelihood + (400 * 3 * Math.Log(factor)), 1e-9);
        Near(plain.Report.LogLikelihood, turned.Report!.LogLikelihood, 1e-12);
        for (int k = 0; k < 3; k++)
        {
            Near(plain.Components[k].Weight, moved.Components[k].Weight, 1e-6);
            Near(plain.Components[k].Mean[0], (moved.Components[k].Mean[0] - shift) / factor, 1e-5);
            Near(plain.Components[k].Covariance[0], moved.Components[k].Covariance[0] / factor / factor, 1e-5);
            Near(plain.Components[k].Mean[1], turned.Components[k].Mean[1], 1e-6);
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_row_of_weight_two_is_two_rows_and_one_of_weight_0_none(CovarianceShape shape)
    {
        (double[][] rows, _) = MixtureData.Clouds(200, 2, 3, 4, 5);
        GaussianMixtureOptions options = Sharp with { Covariance = shape };
        double[] weights = [.. rows.Select((_, row) => row % 5 == 0 ? 2.0 : row % 7 == 0 ? 0 : 1)];
        GaussianMixtureModel weighted = GaussianMixtureEstimator.Fit(MixtureData.Table(rows), weights, options);
        GaussianMixtureModel repeated = GaussianMixtureEstimator.Fit(MixtureData.Table([.. rows.SelectMany((row, i) => Enumerable.Repeat(row, (int)weights[i]))]), options);
        Near(repeated.Report!.LogLikelihood, weighted.Report!.LogLikelihood, 1e-10);
        Near(repeated.Report.Bic, weighted.Report.Bic, 1e-10);
        for (int k = 0; k < 3; k++)
            Near(repeated.Components[k].Weight, weighted.Components[k].Weight, 1e-6);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Threads_change_not_a_bit_and_starts_are_by_content(CovarianceShape shape)
    {
        (double[][] rows, _) = MixtureData.Clouds(20_001, 3, 4, 4, 3);
        GaussianMixtureOptions options = new() { Components = 4, Covariance = shape, Starts = 3 };
        NumericTable table = MixtureData.Table(rows);
        GaussianMixtureModel one = GaussianMixtureEstimator.Fit(table, default, options, 1, null, default), three = GaussianMixtureEstimator.Fit(table, default, options, 3, null, default);
        Assert.Equal(one.Report! with { Warnings = [] }, three.Report! with { Warnings = [] });
        for (int k = 0; k < 4; k++)
        {
            Assert.Equal(one.Components[k].Mean, three.Components[k].Mean);
            Assert.Equal(one.Components[k].Covariance, three.Components[k].Covariance);
        }

        GaussianMixtureModel turned = GaussianMixtureEstimator.Fit(MixtureData.Table([.. Enumerable.Reverse(rows)]), options);
        Near(one.Report!.LogLikelihood, turned.Report!.LogLikelihood, 1e-12);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Clouds_far_apart_are_recovered(CovarianceShape shape)
    {
        (double[][] rows, int[] labels) = MixtureData.Clouds(5000, 3, 4, 15, 8);
        NumericTable table = MixtureData.Table(rows);
        GaussianMixtureModel model = GaussianMixtureEstimator.Fit(table, new GaussianMixtureOptions { Components = 4, Covariance = shape });
        int[] found = new int[rows.Length];
        model.Assign(table, found);
        Assert.Equal(4, found.Zip(labels).Distinct().Count());
        // A cloud's variance is 1 of its own and ¼ that its columns share.
        if (shape == CovarianceShape.Tied)
            Assert.All(Enumerable.Range(0, 9), at => Assert.InRange(model.Components[0].Covariance[at], at % 4 == 0 ? 1.17 : 0.2, at % 4 == 0 ? 1.33 : 0.3));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Densities_are_those_of_the_definition_and_one_row_is_as_many(CovarianceShape shape)
    {
        (double[][] rows, int[] labels) = MixtureData.Clouds(211, 5, 3, 2, 4);
        NumericTable table = MixtureData.Table(rows);
        GaussianMixtureModel model = GaussianMixtureEstimator.Fit(table, new GaussianMixtureOptions { Components = 3, Covariance = shape, InitialLabels = labels });
        double[] logs = new double[rows.Length];
        double[][] probabilities = [.. Enumerable.Range(0, 3).Select(_ => new double[rows.Length])];
        int[] found = new int[rows.Length];
        model.LogDensity(table, logs);
        model.Assign(table, found);
        model.Probabilities(table, [.. probabilities.Select(column => (Memory<double>)column)]);
        for (int row = 0; row < rows.Length; row++)
        {
            double[] terms = [.. model.Components.Select(component => component.Weight * Math.Exp(LogNormal(component, shape, rows[row])))];
            Near(Math.Log(terms.Sum()), logs[row], 1e-12);
            MixtureScore score = model.Score(rows[row]);
            Assert.Equal((found[row], logs[row], probabilities[found[row]][row]), (score.Component, score.LogDensity, score.Probability));
            Assert.Equal(1, probabilities.Sum(column => column[row]), 12);
            for (int k = 0; k < 3; k++)
                Assert.Equal(terms[k] / terms.Sum(), probabilities[k][row], 11);
        }

        Near(logs.Sum(), model.Report!.LogLikelihood, 1e-12);
        Near(-probabilities.Sum(column => column.Sum(p => p > 0 ? p * Math.Log(p) : 0)), model.Report.Entropy, 1e-9);
    }

    [Fact]
    public void The_best_by_bic_is_the_size_and_shape_that_the_rows_were_drawn_from()
    {
        (double[][] rows, _) = MixtureData.Clouds(1500, 2, 3, 8, 2);
        IReadOnlyList<MixtureCandidate> tried = GaussianMixtureEstimator.Choose(MixtureData.Table(rows), [1, 2, 3, 4]);
        Assert.Equal(16, tried.Count);
        Assert.Equal((3, CovarianceShape.Tied), (tried[0].Components, tried[0].Covariance));
    }

    [Fact]
    public void Batches_lead_near_the_fit_of_all_rows()
    {
        (double[][] rows, _) = MixtureData.Clouds(20_000, 2, 3, 4, 6);
        GaussianMixtureModel all = GaussianMixtureEstimator.Fit(MixtureData.Table(rows), new GaussianMixtureOptions { Components = 3 });
        StepwiseMixture learner = new(GaussianMixtureEstimator.Fit(MixtureData.Table(rows[..500]), new GaussianMixtureOptions { Components = 3 }));
        for (int from = 0; from < rows.Length; from += 1000)
            learner = learner.Add(MixtureData.Table(rows[from..(from + 1000)]));
        Assert.Equal((20, 20_000L), (learner.Batches, learner.Rows));
        double[] logs = new double[rows.Length];
        learner.Model.LogDensity(MixtureData.Table(rows), logs);
        Assert.InRange(logs.Average(), (all.Report!.LogLikelihood / rows.Length) - 0.01, all.Report.LogLikelihood / rows.Length);
        Assert.Throws<DataRejectedException>(() => learner.Add(MixtureData.Table([[1, 2, 3]])));
    }

    private static double LogNormal(GaussianComponent component, CovarianceShape shape, double[] row)
    {
        int d = row.Length;
        double[,] c = new double[d, d];
        for (int i = 0; i < d; i++)
        {
            for (int j = 0; j < d; j++)
                c[i, j] = shape >= CovarianceShape.Tied ? component.Covariance[(i * d) + j] : i != j ? 0 : component.Covariance[shape == CovarianceShape.Spherical ? 0 : i];
        }

        MathNet.Numerics.LinearAlgebra.Matrix<double> matrix = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.DenseOfArray(c);
        MathNet.Numerics.LinearAlgebra.Vector<double> apart = MathNet.Numerics.LinearAlgebra.Vector<double>.Build.Dense([.. row.Zip(component.Mean, (a, b) => a - b)]);
        return -0.5 * ((d * Math.Log(2 * Math.PI)) + Math.Log(matrix.Determinant()) + apart.DotProduct(matrix.Inverse() * apart));
    }

    private static void Near(double expected, double actual, double relative) =>
        Assert.True(Math.Abs(actual - expected) <= relative * Math.Max(Math.Abs(expected), 1e-3), $"{actual:R} is not {expected:R}");
}
