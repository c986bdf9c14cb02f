using System.Text.Json;
using CustomerValue.Segmentation.Clustering;
using CustomerValue.Segmentation.Clustering.KMeans;

namespace CustomerValue.Tests.Segmentation.KMeans;

/// <summary>Against scikit-learn 1.2.1 and R's kmeans from the same start rows: inertia and centres to 1e-9 relative, sizes, iterations and labels as they are.</summary>
public class KMeansGoldenTests
{
    [SkippableFact]
    public void Inertia_centres_sizes_and_iterations_equal_kmeans_sklearn()
    {
        JsonElement[] runs = [.. Json("kmeans_sklearn").GetProperty("runs").EnumerateArray()];
        Assert.Equal(18, runs.Length);
        foreach (JsonElement run in runs)
        {
            NumericTable table = ClusteringTables.Read(run.GetProperty("data").GetString()!);
            KMeansModel model = KMeansEstimator.Fit(table, new KMeansOptions { K = run.GetProperty("k").GetInt32(), InitialRows = [.. run.GetProperty("init_row_indices").EnumerateArray().Select(row => row.GetInt32())] });
            Assert.True(model.Converged);
            Relative.Equal(run.GetProperty("inertia").GetDouble(), model.Inertia, 1e-12);
            Assert.Equal(run.GetProperty("n_iter").GetInt32(), model.Iterations);
            Assert.Equal(run.GetProperty("sizes").EnumerateArray().Select(size => size.GetInt64()), model.Sizes);
            AssertCentres(run.GetProperty("centers"), model);
            if (run.TryGetProperty("labels_first50", out JsonElement labels))
                Assert.Equal(labels.EnumerateArray().Select(label => label.GetInt32()), Labels(model, table).Take(50));
        }
    }

    [SkippableFact]
    public void Default_starts_find_the_best_inertia_of_a_hundred_starts_of_sklearn()
    {
        foreach (JsonElement best in Json("kmeans_sklearn").GetProperty("best_of_many").EnumerateArray())
        {
            KMeansModel model = KMeansEstimator.Fit(ClusteringTables.Read(best.GetProperty("data").GetString()!), new KMeansOptions { K = best.GetProperty("k").GetInt32() });
            Assert.True(model.Inertia <= best.GetProperty("best_inertia").GetDouble() * (1 + 1e-9), $"{model.Inertia:R} at k = {model.K}");
        }
    }

    [SkippableFact]
    public void Labels_centres_and_squares_equal_R_on_scaled_iris()
    {
        JsonElement reference = Json("cluster_r").GetProperty("iris_scaled_kmeans_lloyd");
        NumericTable table = ClusteringTables.Of([.. ClusteringTables.Columns(ClusteringTables.Read("iris.csv")).Select(Scaled)]);
        KMeansModel model = KMeansEstimator.Fit(table, new KMeansOptions { K = 3, InitialRows = [0, 50, 100] });
        Relative.Equal(reference.GetProperty("tot_withinss").GetDouble(), model.Inertia, 1e-12);
        Assert.Equal(reference.GetProperty("labels").EnumerateArray().Select(label => label.GetInt32() - 1), Labels(model, table));
        AssertCentres(reference.GetProperty("centers"), model);
    }

    private static void AssertCentres(JsonElement expected, KMeansModel model)
    {
        double[][] centres = [.. expected.EnumerateArray().Select(centre => centre.EnumerateArray().Select(value => value.GetDouble()).ToArray())];
        Assert.Equal(centres.Length, model.K);
        for (int centre = 0; centre < centres.Length; centre++)
        {
            for (int column = 0; column < model.Width; column++)
                Assert.Equal(centres[centre][column], model.Centres[centre][column], 1e-9 * Math.Max(1e-3, Math.Abs(centres[centre][column])));
        }
    }

    /// <summary>As R's scale() does: over the standard deviation with divisor n − 1.</summary>
    private static double[] Scaled(double[] values)
    {
        double mean = values.Average();
        double deviation = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
        return Array.ConvertAll(values, value => (value - mean) / deviation);
    }

    private static int[] Labels(KMeansModel model, NumericTable table)
    {
        int[] labels = new int[table.Rows];
        model.Assign(table, labels);
        return labels;
    }

    private static JsonElement Json(string name) => JsonDocument.Parse(File.ReadAllText(SharedData.Path($"reference/segmentation/{name}.json"))).RootElement;
}
