using CustomerValue.Json;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Rfm;
using CustomerValue.Tests.Json;
using CustomerValue.Validation;

namespace CustomerValue.Tests.Segmentation;

/// <summary>Clusters of one dimension are the best there are.</summary>
public sealed class RfmClustersTests
{
    [Fact]
    public void No_other_cuts_have_a_smaller_sum_of_squares()
    {
        Random random = new(3);
        for (int trial = 0; trial < 200; trial++)
        {
            double[] values = [.. Enumerable.Range(0, random.Next(2, 11)).Select(_ => trial % 2 == 0 ? random.Next(1, 9) : Math.Exp(4 * random.NextDouble()))];
            int clusters = random.Next(2, 5);
            Assert.Equal(Best([.. values.Order()], clusters), Squares(values, RfmBins.Clusters(clusters).ThresholdsFor(values)), 1e-9);
        }
    }

    [Fact]
    public void No_start_of_k_means_finds_better_ones()
    {
        Random random = new(4);
        double[] values = [.. Enumerable.Range(0, 400).Select(i => Math.Round(Math.Exp((i % 4) + random.NextDouble()), 1))];
        double ours = Squares(values, RfmBins.Clusters(5).ThresholdsFor(values));
        double[] found = [.. Enumerable.Range(0, 300).Select(_ => Lloyd(values, [.. values.OrderBy(_ => random.Next()).Distinct().Take(5).Order()]))];
        Assert.All(found, squares => Assert.True(squares >= ours * (1 - 1e-12), $"{squares:R} < {ours:R}"));
        Assert.Equal(ours, found.Min(), 1e-9 * ours);
    }

    [Fact]
    public void Thresholds_are_the_least_values_of_clusters_and_fall_together_where_values_are_few()
    {
        Assert.Equal([10, 100], RfmBins.Clusters(3).ThresholdsFor([1, 2, 1, 10, 11, 100, 12]));
        Assert.Equal([2, 3, 3, 3], RfmBins.Clusters(5).ThresholdsFor([1, 2, 3, 1, 1]));
        Assert.Equal([2, 2], RfmBins.Clusters(3).ThresholdsFor([1, 1, 1]));
        Assert.Equal([1.7e308], RfmBins.Clusters(2).ThresholdsFor([-1.7e308, 1.7e308, -1.6e308]));
        Assert.Throws<DataRejectedException>(() => RfmBins.Clusters(3).ThresholdsFor([]));
        Assert.NotEmpty(new RfmOptions { Recency = RfmBins.Clusters(10) }.Validate());
    }

    [Fact]
    public void Options_ask_for_clusters_in_all_dimensions_or_in_one()
    {
        (int, int, decimal)[] buyers = [(1, 9, 1000m), (2, 8, 900m), (300, 1, 10m), (310, 2, 20m), (30, 4, 300m), (29, 5, 310m)];
        RfmSegmentation all = Fit("""{"clusters":true,"bins":{"recency":3,"frequency":3,"monetary":3},"map":"eight"}""");
        Assert.Equal([29, 300], all.RecencyThresholds);
        Assert.Equal([4, 8], all.FrequencyThresholds);
        RfmSegmentation one = Fit("""{"bins":{"recency":3,"frequency":{"clusters":3},"monetary":3},"map":"eight"}""");
        Assert.Equal([4, 8], one.FrequencyThresholds);
        Assert.NotEqual(all.RecencyThresholds, one.RecencyThresholds);
        Assert.All(new[] { """{"clusters":1}""", """{"bins":{"recency":{"clusters":1},"frequency":3,"monetary":3}}""", """{"bins":{"recency":{"groups":3},"frequency":3,"monetary":3}}""" }, json => Assert.Throws<DataRejectedException>(() => Read(json)));

        RfmSegmentation Fit(string json) => (RfmSegmentation)Read(json).Fit(SmallBase.Of(buyers));
    }

    private static ISegmentationStrategy Read(string json) => StrategyJson.Read("rfm", JsonText.Stream(json));

    private static double Squares(IEnumerable<double> values, IReadOnlyList<double> thresholds) =>
        values.GroupBy(value => thresholds.Count(threshold => value >= threshold)).Sum(group => group.Sum(value => (value - group.Average()) * (value - group.Average())));

    /// <summary>By trying every cut.</summary>
    private static double Best(double[] sorted, int clusters)
    {
        if (clusters == 1 || sorted.Length == 0)
            return Squares(sorted, []);
        return Enumerable.Range(0, sorted.Length + 1).Min(cut => Squares(sorted.Take(cut), []) + Best(sorted[cut..], clusters - 1));
    }

    private static double Lloyd(double[] values, double[] centres)
    {
        while (true)
        {
            double[] thresholds = [.. centres.Zip(centres.Skip(1), (low, high) => (low + high) / 2)];
            double[] next = [.. values.GroupBy(value => thresholds.Count(threshold => value >= threshold)).Select(group => group.Average()).Order()];
            if (next.SequenceEqual(centres))
                return Squares(values, thresholds);
            centres = next;
        }
    }
}
