using CustomerValue.Customers;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Clustering;
using CustomerValue.Segmentation.Clustering.Mixtures;
using CustomerValue.Validation;

namespace CustomerValue.Tests.Segmentation.Clustering.Mixtures;

/// <summary>What can't carry a mixture is refused with the reason, or fitted with a warning; nothing is ever NaN.</summary>
public sealed class MixtureRefusalTests
{
    private static readonly GaussianMixtureOptions Two = new() { Components = 2, Regularization = 0 };

    [Fact]
    public void Likelihood_without_bound_is_said_plainly()
    {
        Refused("is constant: any mixture has infinite likelihood", Rows(30, i => [i, 7]), Two);
        Refused("follows linearly from the columns before it", Rows(30, i => [i % 7, (3 * (i % 7)) + 1, i * i % 11]), Two);
        Refused("too few rows (3) for 4 columns", Rows(3, i => [i, i * i, Math.Sin(i), Math.Cos(i)]), Two);
        Refused("All rows are equal", Rows(30, _ => [1, 2]), Two with { Covariance = CovarianceShape.Spherical });
        Refused("only 2 distinct rows", Rows(30, i => [i % 2, i % 2]), Two with { Components = 3, Covariance = CovarianceShape.Spherical });
        Refused("components for 3 rows", Rows(3, i => [i]), Two with { Components = 4 });
    }

    [Fact]
    public void Components_that_shrink_to_a_point_are_given_up_without_regularization()
    {
        // Two heaps that don't vary: each start ends in one.
        DataRejectedException refused = Assert.Throws<DataRejectedException>(() => GaussianMixtureEstimator.Fit(Rows(40, i => [i % 2 == 0 ? 0.0 : 1, i % 2 == 0 ? 0.0 : 1]), Two with { Covariance = CovarianceShape.Diagonal }));
        Assert.Contains("where the likelihood runs to infinity", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Regularization_holds_them_and_the_report_says_that_it_decides()
    {
        GaussianMixtureModel model = GaussianMixtureEstimator.Fit(Rows(40, i => [i % 2, i % 2]), Two with { Regularization = 1e-6 });
        Assert.Contains(model.Report!.Warnings, warning => warning.English.Contains("which decides their density", StringComparison.Ordinal));
        Assert.All(model.Components, component => Assert.Equal(0.5, component.Weight, 12));
        Assert.True(double.IsFinite(model.Report.LogLikelihood + model.Report.Icl));
        Assert.Equal(0, model.Report.Entropy, 9);
        Assert.Equal(2, model.Report.HeldComponents);
        IReadOnlyList<MixtureCandidate> tried = GaussianMixtureEstimator.Choose(Rows(40, i => [i % 2, i % 2]), [1, 2, 3]);
        Assert.Equal(0, tried[0].Model!.Report!.HeldComponents);
        Assert.True(tried[0].Model!.Report!.Bic > tried.Min(candidate => candidate.Model?.Report!.Bic));
        Assert.Contains("distinct rows", tried[^1].Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void One_component_is_the_mean_and_the_covariance_and_one_column_will_do()
    {
        GaussianMixtureModel model = GaussianMixtureEstimator.Fit(Rows(5, i => [i]), new GaussianMixtureOptions { Components = 1, Regularization = 0 });
        Assert.Equal((2, 2, 1), (model.Components[0].Mean[0], model.Components[0].Covariance[0], model.Components[0].Weight));
        Assert.Equal(-2.5 * (Math.Log(2 * Math.PI * 2) + 1), model.Report!.LogLikelihood, 12);
        Assert.Equal(2, model.Report.Parameters);
    }

    [Fact]
    public void Rows_beyond_all_components_still_have_one_and_no_NaN()
    {
        GaussianMixtureModel model = GaussianMixtureEstimator.Fit(Rows(50, i => [i % 10, i * 7 % 13]), Two);
        foreach (double far in new[] { 1e6, 1e100, 1e300, -double.MaxValue })
        {
            MixtureScore score = model.Score([far, far]);
            Assert.True(score.Component is 0 or 1 && score.Probability is > 0 and <= 1 && score.Distance >= 0 && double.IsFinite(score.LogDensity) && double.IsFinite(score.Distance));
        }
    }

    [Fact]
    public void Options_that_make_no_sense_are_all_named()
    {
        MixtureOptions options = new()
        {
            Fields = [new ClusterField { Column = "a" }, new ClusterField { Column = "a" }],
            Mixture = new GaussianMixtureOptions { Components = 0, Regularization = double.NaN, Tolerance = 0, Starts = 0, MaxIterations = 0, Covariance = (CovarianceShape)9 },
        };
        Assert.Equal(7, options.Validate().Count);
        Assert.Throws<DataRejectedException>(() => new MixtureStrategy(options));
        Assert.Throws<DataRejectedException>(() => GaussianMixtureEstimator.Fit(Rows(9, i => [i]), Two with { InitialLabels = [0] }));
        Assert.Throws<DataRejectedException>(() => GaussianMixtureEstimator.Fit(Rows(9, i => [i]), Two with { InitialMeans = [[1], [1, 2]] }));
        Assert.Throws<DataRejectedException>(() => GaussianMixtureEstimator.Fit(Rows(3, i => [i]), new[] { 1, -1.0, 1 }, Two));
        Assert.Throws<DataRejectedException>(() => new GaussianMixtureModel(CovarianceShape.Full, [new() { Weight = 1, Mean = [0, 0], Covariance = [1, 2, 2, 1] }]));
    }

    [Fact]
    public void Cancelled_work_stops()
    {
        using CancellationTokenSource source = new();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => GaussianMixtureEstimator.Fit(Rows(50, i => [i % 10]), Two, source.Token));
    }

    [Fact]
    public void A_base_without_numbers_is_refused_and_a_constant_field_changes_no_segment()
    {
        CustomerBase customers = SmallBase.Of([.. Enumerable.Range(0, 60).Select(i => (10 + (i * 7 % 300), 1 + (i % 9), 20m + (i * i % 97)))], prospects: 2);
        Assert.Throws<DataRejectedException>(() => new MixtureStrategy().Fit(SmallBase.Of([(3, 2, 5m)])));
        MixtureOptions options = new() { Mixture = new GaussianMixtureOptions { Components = 2 } };
        ISegmentation plain = new MixtureStrategy(options).Fit(customers);
        CustomerBase more = customers.With(new NumberColumn("constant", Enumerable.Repeat(7.0, customers.Count).ToArray()));
        ISegmentation wide = new MixtureStrategy(options with { Fields = [.. ClusterFields.Usual(customers), new ClusterField { Column = "constant" }] }).Fit(more);
        int[] one = new int[customers.Count], other = new int[customers.Count];
        plain.Assign(customers, one);
        wide.Assign(more, other);
        Assert.Equal(one, other);
        Assert.Equal(2, one[^1]);
        Assert.Contains("No number in", plain.Assign(customers, 61).Reason.English, StringComparison.Ordinal);
    }

    private static void Refused(string because, NumericTable table, GaussianMixtureOptions options) =>
        Assert.Contains(because, Assert.Throws<DataRejectedException>(() => GaussianMixtureEstimator.Fit(table, options)).Message, StringComparison.Ordinal);

    private static NumericTable Rows(int rows, Func<int, double[]> row) => MixtureData.Table([.. Enumerable.Range(0, rows).Select(row)]);
}
