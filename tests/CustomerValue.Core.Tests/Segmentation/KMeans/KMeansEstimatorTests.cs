using CustomerValue.Segmentation.Clustering;
using CustomerValue.Segmentation.Clustering.KMeans;
using CustomerValue.Validation;

namespace CustomerValue.Tests.Segmentation.KMeans;

public class KMeansEstimatorTests
{
    [Theory]
    [InlineData(1, 3)]
    [InlineData(3, 7)]
    [InlineData(8, 8)]
    [InlineData(13, 20)]
    public void Several_rows_at_a_time_are_the_same_as_one_by_one(int width, int k)
    {
        NumericTable table = Groups(1037, width, 5);
        double[] centres = Groups(k, width, 2, seed: 9) is { } other ? [.. Enumerable.Range(0, k * width).Select(i => other[i % width][i / width])] : [];
        double[] origin = new double[width];
        RowTile fast = new(table, origin), slow = new(table, origin);
        for (int from = 0; from < table.Rows; from += RowTile.Rows)
        {
            int count = Math.Min(RowTile.Rows, table.Rows - from);
            fast.Load(from, count);
            slow.Load(from, count);
            fast.Find(centres, count);
            slow.FindOneByOne(centres, count);
            Assert.Equal(slow.Nearest.Take(count), fast.Nearest.Take(count));
            Assert.Equal(slow.Squared.Take(count), fast.Squared.Take(count));
            double[] sums = new double[centres.Length], expected = new double[centres.Length];
            fast.AddTo(sums, new int[k], count);
            for (int i = 0; i < count * width; i++)
                expected[(fast.Nearest[i / width] * width) + (i % width)] += table[i % width][from + (i / width)];
            Assert.Equal(expected, sums);
        }
    }

    [Fact]
    public void Bulk_and_single_assignment_agree_exactly_and_the_sizes_are_what_the_model_assigns()
    {
        NumericTable table = Groups(5000, 5, 6);
        KMeansModel model = KMeansEstimator.Fit(table, new KMeansOptions { K = 6, Starts = 3 });
        int[] clusters = new int[table.Rows];
        double[] distances = new double[table.Rows];
        model.Assign(table, clusters, distances);
        Assert.Equal(model.Sizes, Enumerable.Range(0, 6).Select(cluster => (long)clusters.Count(own => own == cluster)));
        for (int row = 0; row < table.Rows; row += 7)
        {
            Assert.Equal(clusters[row], model.Nearest([.. Enumerable.Range(0, 5).Select(column => table[column][row])], out double distance));
            Assert.Equal(distances[row], distance);
        }

        Relative.Equal(distances.Sum(distance => distance * distance), model.Inertia, 1e-12);
    }

    [Fact]
    public void Every_centre_is_the_mean_of_its_rows_and_the_squares_add_up()
    {
        NumericTable table = Groups(3000, 3, 4);
        KMeansModel model = KMeansEstimator.Fit(table, new KMeansOptions { K = 5, Starts = 2 });
        int[] clusters = new int[table.Rows];
        model.Assign(table, clusters);
        double between = 0;
        for (int cluster = 0; cluster < 5; cluster++)
        {
            for (int column = 0; column < 3; column++)
            {
                double[] own = [.. table[column].ToArray().Where((_, row) => clusters[row] == cluster)];
                Assert.Equal(own.Average(), model.Centres[cluster][column], 1e-12);
                between += own.Length * Math.Pow(own.Average() - table[column].ToArray().Average(), 2);
            }
        }

        Relative.Equal(model.TotalSquares, between + model.Inertia, 1e-12);
    }

    [Fact]
    public void The_order_of_rows_changes_no_start()
    {
        NumericTable table = Groups(900, 4, 7);
        int[] order = [.. Enumerable.Range(0, 900).OrderBy(row => row * 7919 % 900)];
        KMeansModel one = KMeansEstimator.Fit(table, new KMeansOptions { K = 5, Starts = 2 });
        KMeansModel other = KMeansEstimator.Fit(ClusteringTables.Reordered(table, order), new KMeansOptions { K = 5, Starts = 2 });
        Assert.Equal(one.Sizes, other.Sizes);
        Relative.Equal(one.Inertia, other.Inertia, 1e-12);
    }

    [Fact]
    public void A_large_table_draws_its_starts_from_a_part_that_its_contents_choose()
    {
        NumericTable table = Groups(4000, 2, 3);
        DistinctRows some = DistinctRows.Of(table, new double[2], k: 5, enough: 400);
        Assert.InRange(some.Rows.Count, 300, 500);
        int[] order = [.. Enumerable.Range(0, 4000).Reverse()];
        DistinctRows others = DistinctRows.Of(ClusteringTables.Reordered(table, order), new double[2], k: 5, enough: 400);
        Assert.Equal(some.Values, others.Values);

        // Where the part holds too few distinct rows, all are looked at.
        NumericTable few = ClusteringTables.Of([.. Enumerable.Range(0, 4000).Select(row => (double)(row % 6))]);
        Assert.Equal(6, DistinctRows.Of(few, [0], k: 6, enough: 10).Rows.Count);
        Assert.Equal(4000, DistinctRows.Of(few, [0], k: 6, enough: 10).Weights.Sum());
    }

    [Fact]
    public void Far_from_zero_nothing_is_lost()
    {
        NumericTable near = Groups(600, 3, 3);
        NumericTable far = ClusteringTables.Of([.. ClusteringTables.Columns(near).Select(column => Array.ConvertAll(column, value => Math.Round(value * 1024) + 1e12))]);
        near = ClusteringTables.Of([.. ClusteringTables.Columns(near).Select(column => Array.ConvertAll(column, value => Math.Round(value * 1024)))]);
        KMeansOptions options = new() { K = 3, InitialRows = [0, 1, 2] };
        KMeansModel one = KMeansEstimator.Fit(near, options), other = KMeansEstimator.Fit(far, options);
        Assert.Equal(one.Sizes, other.Sizes);
        Relative.Equal(one.Inertia, other.Inertia, 1e-9);
    }

    [Fact]
    public void A_centre_without_rows_is_put_on_the_row_farthest_from_its_own()
    {
        NumericTable table = ClusteringTables.Of([0, 1, 2, 10, 11, 50]);
        KMeansModel model = KMeansEstimator.Fit(table, new KMeansOptions { K = 3, InitialCentres = [[1], [-1000], [-2000]] });
        Assert.True(model.Converged);
        Assert.Equal([10.5, 50, 1], model.Centres.Select(centre => Math.Round(centre[0], 12)));
        Assert.Equal([2, 1, 3], model.Sizes);
        Assert.Equal(2.5, model.Inertia, 1e-12);
    }

    [Fact]
    public void Equal_rows_and_constant_columns_are_no_trouble()
    {
        double[] values = [.. Enumerable.Range(0, 3000).Select(row => (double)(row % 3))];
        NumericTable table = ClusteringTables.Of(values, [.. values.Select(_ => 7.5)]);
        KMeansModel model = KMeansEstimator.Fit(table, new KMeansOptions { K = 3 });
        Assert.Equal(0, model.Inertia);
        Assert.All(model.Sizes, size => Assert.Equal(1000, size));
        Assert.Contains("only 3 distinct rows", Refusal(() => KMeansEstimator.Fit(table, new KMeansOptions { K = 4 })), StringComparison.Ordinal);
        Assert.Contains("fewer distinct rows", Refusal(() => KMeansEstimator.Fit(table, new KMeansOptions { K = 4, InitialRows = [0, 1, 2, 3] })), StringComparison.Ordinal);
        Assert.Equal(1, KMeansEstimator.Fit(ClusteringTables.Of([5]), new KMeansOptions { K = 1 }).Sizes[0]);
    }

    [Fact]
    public void Iterations_that_run_out_are_told()
    {
        KMeansModel model = KMeansEstimator.Fit(Groups(500, 2, 1), new KMeansOptions { K = 8, Starts = 1, MaxIterations = 2 });
        Assert.False(model.Converged);
        Assert.Equal(2, model.Iterations);
    }

    [Fact]
    public void Bad_options_are_refused_all_at_once()
    {
        string refusal = Refusal(() => KMeansEstimator.Fit(Groups(10, 2, 1), new KMeansOptions { K = 2, Starts = 0, MaxIterations = 0, InitialRows = [0, 10, -1] }));
        Assert.All(new[] { "Starts", "MaxIterations", "'3' starts for 2", "'-1' is no row", "'10' is no row" }, part => Assert.Contains(part, refusal, StringComparison.Ordinal));
        Assert.Contains("2 columns", Refusal(() => KMeansEstimator.Fit(Groups(10, 2, 1), new KMeansOptions { K = 1, InitialCentres = [[1, 2, 3]] })), StringComparison.Ordinal);
        Assert.Contains("nothing to make clusters of", Refusal(() => KMeansEstimator.Fit(ClusteringTables.Of(Array.Empty<double>()))), StringComparison.Ordinal);
        Assert.Contains("scale them", Refusal(() => KMeansEstimator.Fit(ClusteringTables.Of([1e200, -1e200]), new KMeansOptions { K = 1 })), StringComparison.Ordinal);
    }

    [Fact]
    public void It_can_be_stopped_and_tells_how_far_it_is()
    {
        using CancellationTokenSource stop = new();
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => KMeansEstimator.Fit(Groups(100, 2, 1), cancellationToken: stop.Token));
        List<double> told = [];
        KMeansEstimator.Fit(Groups(100, 2, 1), new KMeansOptions { K = 2, Starts = 4, Progress = new Told(told) });
        Assert.Equal([0.25, 0.5, 0.75, 1], told);
    }

    [Fact]
    public void Batches_find_the_centres_of_well_parted_groups()
    {
        NumericTable table = Groups(8000, 3, 4, apart: 40);
        NumericTable[] batches = [.. Enumerable.Range(0, 8).Select(batch => ClusteringTables.Of([.. ClusteringTables.Columns(table).Select(column => column.AsSpan(batch * 1000, 1000).ToArray())]))];
        KMeansModel whole = KMeansEstimator.Fit(table, new KMeansOptions { K = 4 });
        KMeansModel model = MiniBatchKMeans.Fit(batches, new KMeansOptions { K = 4 });
        Assert.True(model.Converged);
        Assert.Equal(whole.Sizes.Order(), model.Sizes.Order());
        Relative.Equal(whole.Inertia, model.Inertia, 1e-9);
        Relative.Equal(whole.TotalSquares, model.TotalSquares, 1e-9);
        Assert.Contains("are none", Refusal(() => MiniBatchKMeans.Fit([])), StringComparison.Ordinal);
        Assert.Contains("as in the first batch", Refusal(() => MiniBatchKMeans.Fit([batches[0], ClusteringTables.Of([1, 2])], new KMeansOptions { K = 4 })), StringComparison.Ordinal);
    }

    private static string Refusal(Action act) => Assert.Throws<DataRejectedException>(act).Message;

    /// <summary>Rows about a few points, drawn anew the same each time.</summary>
    private static NumericTable Groups(int rows, int width, int groups, int seed = 3, double apart = 6)
    {
        Random random = new(seed);
        double[][] means = [.. Enumerable.Range(0, groups).Select(_ => Enumerable.Range(0, width).Select(_ => random.NextDouble() * apart).ToArray())];
        double[][] columns = [.. Enumerable.Range(0, width).Select(_ => new double[rows])];
        for (int i = 0; i < rows * width; i++)
            columns[i % width][i / width] = means[i / width % groups][i % width] + random.NextDouble() + random.NextDouble();
        return ClusteringTables.Of(columns);
    }

    private sealed class Told(List<double> told) : IProgress<double>
    {
        public void Report(double value) => told.Add(value);
    }
}
