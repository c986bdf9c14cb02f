using System.Text.Json;
using CustomerValue.Segmentation.Clustering;
using CustomerValue.Segmentation.Evaluation.ChoosingK;
using CustomerValue.Validation;

namespace CustomerValue.Tests.Segmentation.Evaluation;

/// <summary>Against scikit-learn 1.2.1, R's cluster 2.1.4 and fpc 2.2-10, to 1e-9 relative.</summary>
public class ClusterQualityTests
{
    [SkippableFact]
    public void Every_run_of_kmeans_sklearn_is_measured_alike()
    {
        Dictionary<string, double[][]> data = new()
        {
            ["iris.csv cols 0..3 raw"] = EvaluationData.Iris(),
            ["faithful.csv raw"] = EvaluationData.Rows("faithful.csv", 1, 2),
            ["marketing_scaled16.csv"] = EvaluationData.Rows("marketing_scaled16.csv.gz", 0, 16),
        };
        JsonElement[] runs = [.. EvaluationData.Reference("kmeans_sklearn").GetProperty("runs").EnumerateArray().Where(run => run.TryGetProperty("silhouette", out _))];
        Assert.Equal(9, runs.Length);
        foreach (JsonElement run in runs)
        {
            double[][] rows = data[run.GetProperty("data").GetString()!];
            ClusterQuality quality = ClusterQuality.Of(TinyLloyd.Table(rows), TinyLloyd.From(rows, run.GetProperty("init_row_indices").Integers()));
            Assert.Equal(rows.Length, quality.PairedRows);
            EvaluationData.Near(run.GetProperty("inertia").GetDouble(), quality.Inertia);
            EvaluationData.Near(run.GetProperty("silhouette").GetDouble(), quality.Silhouette);
            EvaluationData.Near(run.GetProperty("calinski_harabasz").GetDouble(), quality.CalinskiHarabasz);
            EvaluationData.Near(run.GetProperty("davies_bouldin").GetDouble(), quality.DaviesBouldin);
        }
    }

    [SkippableFact]
    public void Silhouette_widths_and_neighbors_equal_R()
    {
        (NumericTable table, int[] labels, JsonElement r) = Scaled();
        Silhouette silhouette = Silhouette.Of(table, labels);
        JsonElement expected = r.GetProperty("silhouette");
        EvaluationData.Near(expected.GetProperty("avg").GetDouble(), silhouette.Mean);
        double[] widths = expected.GetProperty("widths").Numbers(), byCluster = expected.GetProperty("by_cluster").Numbers();
        for (int cluster = 0; cluster < 3; cluster++)
            EvaluationData.Near(byCluster[cluster], silhouette.ByCluster[cluster]);
        for (int row = 0; row < 150; row++)
            EvaluationData.Near(widths[row], silhouette.Widths[row]);
        Assert.Equal(expected.GetProperty("neighbor").Integers(), silhouette.Neighbors);
    }

    [SkippableFact]
    public void Measures_of_pairs_equal_fpc()
    {
        (NumericTable table, int[] labels, JsonElement r) = Scaled();
        JsonElement expected = r.GetProperty("cluster_stats");
        ClusterQuality quality = ClusterQuality.Of(table, labels);
        EvaluationData.Near(expected.GetProperty("within_ss").GetDouble(), quality.Inertia);
        EvaluationData.Near(expected.GetProperty("ch").GetDouble(), quality.CalinskiHarabasz);
        EvaluationData.Near(expected.GetProperty("dunn").GetDouble(), quality.Dunn);
        EvaluationData.Near(expected.GetProperty("dunn2").GetDouble(), quality.Dunn2);
        EvaluationData.Near(expected.GetProperty("avg_silwidth").GetDouble(), quality.Silhouette);
        EvaluationData.Near(expected.GetProperty("pearsongamma").GetDouble(), quality.PearsonGamma);
        EvaluationData.Near(expected.GetProperty("entropy").GetDouble(), quality.Entropy);
        EvaluationData.Near(expected.GetProperty("wb_ratio").GetDouble(), quality.WithinBetweenRatio);
    }

    /// <summary>R's own distances are rounded to 15 digits in the file.</summary>
    [SkippableFact]
    public void Silhouette_of_Gowers_distances_equals_R()
    {
        JsonElement r = EvaluationData.Reference("cluster_r");
        double[][] distances = [.. r.GetProperty("gower_flower").GetProperty("default").EnumerateArray().Select(EvaluationData.Numbers)];
        JsonElement pam = r.GetProperty("pam_gower_flower_k3");
        EvaluationData.Near(pam.GetProperty("avg_sil").GetDouble(), Silhouette.Of((one, other) => distances[one][other], pam.GetProperty("clustering").Integers()).Mean);
    }

    [SkippableFact]
    public void Axes_of_iris_explain_what_scikit_learn_says()
    {
        double[] expected = EvaluationData.Reference("agreement_drift_geo").GetProperty("gap_pca").GetProperty("iris_pca_explained").Numbers();
        PrincipalAxes axes = PrincipalAxes.Of(TinyLloyd.Table(EvaluationData.Iris()));
        for (int axis = 0; axis < 4; axis++)
            EvaluationData.Near(expected[axis], axes.ExplainedParts[axis]);
    }

    [Fact]
    public void Order_of_rows_names_of_clusters_and_a_constant_column_change_nothing()
    {
        double[][] rows = Blobs(400);
        int[] labels = [.. rows.Select((_, row) => row % 3)];
        ClusterQuality forward = ClusterQuality.Of(TinyLloyd.Table(rows), labels, 150);
        double[][] backward = [.. rows.Reverse().Select(row => row.Append(7).ToArray())];
        ClusterQuality turned = ClusterQuality.Of(TinyLloyd.Table([.. rows.Reverse()]), [.. labels.Reverse()], 150);
        Assert.Equal(150, forward.PairedRows);
        Assert.Equal(forward with { Sizes = turned.Sizes, SilhouetteByCluster = turned.SilhouetteByCluster }, turned);
        Assert.Equal(forward.SilhouetteByCluster, turned.SilhouetteByCluster);
        ClusterQuality renamed = ClusterQuality.Of(TinyLloyd.Table(backward), [.. labels.Reverse().Select(label => 10 - label)]);
        Assert.Equal(ClusterQuality.Of(TinyLloyd.Table(rows), labels).Silhouette!.Value, renamed.Silhouette!.Value, 1e-12);
        Assert.Equal(forward.CalinskiHarabasz!.Value, renamed.CalinskiHarabasz!.Value, 1e-9);
    }

    [Fact]
    public void A_sample_is_near_the_whole()
    {
        double[][] rows = Blobs(4000);
        int[] labels = [.. rows.Select((_, row) => row % 3)];
        ClusterQuality all = ClusterQuality.Of(TinyLloyd.Table(rows), labels), some = ClusterQuality.Of(TinyLloyd.Table(rows), labels, 1000);
        Assert.Equal(4000, all.PairedRows);
        Assert.Equal(all.Silhouette!.Value, some.Silhouette!.Value, 0.02);
        Assert.Equal(all.Inertia, some.Inertia);
    }

    [Fact]
    public void Edges_have_no_value_or_a_stated_one()
    {
        NumericTable table = TinyLloyd.Table([[1], [1], [5]]);
        Assert.Null(ClusterQuality.Of(table, [0, 0, 0]).Silhouette);
        Assert.Null(ClusterQuality.Of(table, [0, 1, 2]).CalinskiHarabasz);
        ClusterQuality tight = ClusterQuality.Of(table, [0, 0, 1]);
        Assert.Equal((1.0, 0.0, null), (tight.CalinskiHarabasz, tight.DaviesBouldin, tight.Dunn));
        Assert.Equal(2.0 / 3, tight.Silhouette!.Value, 1e-12);
        ClusterQuality same = ClusterQuality.Of(TinyLloyd.Table([[2], [2], [2], [2]]), [0, 0, 1, 1]);
        Assert.Equal((0.0, 0.0, null), (same.Silhouette, same.DaviesBouldin, same.PearsonGamma));
        Assert.Throws<DataRejectedException>(() => ClusterQuality.Of(table, [0, 1]));
        Assert.Throws<DataRejectedException>(() => ClusterQuality.Of(new NumericTable([Array.Empty<double>()]), []));
        Assert.Throws<DataRejectedException>(() => Silhouette.Of(table, [1, 1, 1]));
    }

    internal static double[][] Blobs(int count)
    {
        Random random = new(11);
        return [.. Enumerable.Range(0, count).Select(row => new[] { (row % 3 * 6) + random.NextDouble() + random.NextDouble(), (row % 3 == 1 ? 5 : 0) + random.NextDouble() })];
    }

    private static (NumericTable Table, int[] Labels, JsonElement R) Scaled()
    {
        JsonElement r = EvaluationData.Reference("cluster_r");
        return (TinyLloyd.Table(EvaluationData.Scaled(EvaluationData.Iris())), r.GetProperty("iris_scaled_kmeans_lloyd").GetProperty("labels").Integers(), r);
    }
}
