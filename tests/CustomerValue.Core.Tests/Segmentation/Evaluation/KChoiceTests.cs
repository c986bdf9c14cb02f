using System.Text.Json;
using CustomerValue.Segmentation.Clustering;
using CustomerValue.Segmentation.Evaluation.ChoosingK;
using CustomerValue.Validation;

namespace CustomerValue.Tests.Segmentation.Evaluation;

/// <summary>The gap against R's clusGap: ln W to 1e-9, what is drawn within its Monte Carlo error; and the rule that chooses.</summary>
public class KChoiceTests
{
    private static readonly Clusterer Means = (table, k, _) => TinyLloyd.Best(TinyLloyd.Rows(table), k, 3);

    /// <summary>
    /// At 5 and 6 clusters the package's 20 starts missed the best clusters, and theirs are among those that many starts find. At 7 none of
    /// 3,000 starts ends in theirs; ours are tighter.
    /// </summary>
    [SkippableFact]
    public void LogW_of_scaled_iris_equals_clusGap()
    {
        double[][] expected = Expected(), rows = EvaluationData.Scaled(EvaluationData.Iris());
        NumericTable table = TinyLloyd.Table(rows);
        for (int k = 1; k <= 6; k++)
        {
            Random random = new(k);
            bool found = false;
            for (int start = 0; start < 3000 && !found; start++)
            {
                int[] labels = TinyLloyd.From(rows, [.. Enumerable.Range(0, 150).OrderBy(_ => random.Next()).Take(k)]);
                found = Math.Abs(GapStatistic.LogW(table, labels, default) - expected[k - 1][0]) <= 1e-9 * expected[k - 1][0];
            }

            Assert.True(found, $"no start gives R's ln W of {k} clusters, {expected[k - 1][0]:R}");
        }

        Assert.InRange(GapStatistic.LogW(table, TinyLloyd.Best(rows, 7, 60), default), expected[6][0] - 0.03, expected[6][0]);
        EvaluationData.Near(expected[7][0], GapStatistic.LogW(table, TinyLloyd.Best(rows, 8, 60), default));
    }

    [SkippableFact]
    public void Gap_of_scaled_iris_is_within_the_error_of_clusGap_and_its_rules_say_three()
    {
        double[][] expected = Expected(), rows = EvaluationData.Scaled(EvaluationData.Iris());
        GapStatistic gap = GapStatistic.Of(TinyLloyd.Table(rows), (table, k, _) => TinyLloyd.Best(TinyLloyd.Rows(table), k, 4), 4, 40);
        for (int k = 0; k < 4; k++)
        {
            double error = Math.Sqrt((expected[k][3] * expected[k][3] / 200) + (expected[k][3] * expected[k][3] / 40));
            Assert.InRange(gap.Table[k].ExpectedLogW, expected[k][1] - (4 * error), expected[k][1] + (4 * error));
            Assert.InRange(gap.Table[k].StandardError, expected[k][3] * 0.6, expected[k][3] * 1.5);
        }

        Assert.Equal((3, 3), (gap.FirstWithinErrorOfMaximum, gap.Tibshirani));
    }

    [Fact]
    public void Three_far_groups_are_recommended_with_reasons_in_both_languages()
    {
        double[][] rows = ClusterQualityTests.Blobs(240);
        KChoice choice = KChoice.Of(TinyLloyd.Table(rows), Means, new KChoiceOptions { To = 5, GapReferences = 5, MostGapRows = 100 });
        Assert.Equal(3, choice.Recommended);
        Assert.Equal([2, 3, 4, 5], choice.Table.Select(row => row.Clusters));
        Assert.StartsWith("3 clusters, by silhouette (0.", choice.Reason.English, StringComparison.Ordinal);
        Assert.StartsWith("建议3类：轮廓系数（0.", choice.Reason.Chinese, StringComparison.Ordinal);
        Assert.All(choice.Table, row => Assert.InRange(row.InertiaFall, 0, 1));
        KChoice turned = KChoice.Of(TinyLloyd.Table([.. rows.Reverse()]), Means, new KChoiceOptions { To = 5, GapReferences = 0 });
        Assert.Equal((3, null), (turned.Recommended, turned.Gap));
    }

    [Fact]
    public void Data_without_clusters_are_said_to_have_none()
    {
        Random random = new(2);
        double[][] rows = [.. Enumerable.Range(0, 150).Select(_ => new[] { random.NextDouble(), random.NextDouble(), random.NextDouble() })];
        KChoice choice = KChoice.Of(TinyLloyd.Table(rows), Means, new KChoiceOptions { To = 4, GapReferences = 8 });
        Assert.Equal(1, choice.Gap!.FirstWithinErrorOfMaximum);
        Assert.Contains("there are no clusters", choice.Reason.English, StringComparison.Ordinal);
        Assert.Contains("无明显聚类结构", choice.Reason.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void No_more_clusters_are_tried_than_rows_differ()
    {
        NumericTable table = TinyLloyd.Table([.. Enumerable.Range(0, 60).Select(row => new double[] { row % 4 })]);
        Assert.Equal([2, 3], KChoice.Of(table, Means, new KChoiceOptions { GapReferences = 0 }).Table.Select(row => row.Clusters));
        Assert.Throws<DataRejectedException>(() => KChoice.Of(TinyLloyd.Table([[1], [1], [2]]), Means));
        DataRejectedException all = Assert.Throws<DataRejectedException>(() => KChoice.Of(table, Means, new KChoiceOptions { From = 1, To = 0, GapReferences = 1, MostGapRows = 0, MostPairedRows = 1 }));
        Assert.Equal(5, all.Count);
    }

    private static double[][] Expected() => [.. EvaluationData.Reference("cluster_r").GetProperty("gap").GetProperty("table").EnumerateArray().Select(EvaluationData.Numbers)];
}
