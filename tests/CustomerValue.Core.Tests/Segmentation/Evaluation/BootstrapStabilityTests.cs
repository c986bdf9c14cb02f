using System.Text.Json;
using CustomerValue.Customers;
using CustomerValue.Segmentation.Clustering;
using CustomerValue.Segmentation.Evaluation.ChoosingK;
using CustomerValue.Segmentation.Evaluation.Stability;
using CustomerValue.Segmentation.Rfm;
using CustomerValue.Tests.Segmentation.Laws;
using CustomerValue.Validation;

namespace CustomerValue.Tests.Segmentation.Evaluation;

/// <summary>Against R's clusterboot within the error of both draws, and what holds for any method.</summary>
public class BootstrapStabilityTests
{
    private static readonly Clusterer Means = (table, k, _) => TinyLloyd.Best(TinyLloyd.Rows(table), k, 1);

    [SkippableFact]
    public void Three_means_of_scaled_iris_are_as_stable_as_clusterboot_finds()
    {
        JsonElement expected = EvaluationData.Reference("cluster_r").GetProperty("clusterboot");
        BootstrapStability stability = BootstrapStability.Of(TinyLloyd.Table(EvaluationData.Scaled(EvaluationData.Iris())), (table, k, _) => TinyLloyd.Best(TinyLloyd.Rows(table), k, 2), 3, 200);
        double[] means = [.. expected.GetProperty("bootmean").Numbers().OrderDescending()];
        SegmentStability[] found = [.. stability.Segments.OrderByDescending(segment => segment.MeanJaccard)];
        // A similarity spreads by about 0.15, so means of 100 and of 200 samples differ by 0.018, one standard error.
        for (int i = 0; i < 3; i++)
            Assert.InRange(found[i].MeanJaccard, means[i] - 0.07, means[i] + 0.07);
        Assert.Equal(StabilityLevel.HighlyStable, found[0].Level);
        Assert.Equal((200, 0), (stability.Samples, stability.Refused));
    }

    [Fact]
    public void Far_groups_are_found_in_every_sample_and_row_order_does_not_show()
    {
        double[][] rows = ClusterQualityTests.Blobs(90);
        Clusterer far = (table, k, _) => TinyLloyd.Best(TinyLloyd.Rows(table), k, 8);
        BootstrapStability stability = BootstrapStability.Of(TinyLloyd.Table(rows), far, 3, 20);
        Assert.All(stability.Segments, segment => Assert.Equal((1.0, 0, 20), (segment.MeanJaccard, segment.Dissolved, segment.Recovered)));
        BootstrapStability turned = BootstrapStability.Of(TinyLloyd.Table([.. rows.Reverse()]), Cut, 2, 20), forward = BootstrapStability.Of(TinyLloyd.Table(rows), Cut, 2, 20);
        Assert.Equal(forward.Segments, turned.Segments);
        Assert.NotEqual(forward.Segments, BootstrapStability.Of(TinyLloyd.Table(rows), Cut, 2, 20, seed: 2).Segments);
    }

    [Fact]
    public void Any_strategy_is_tried_and_names_of_customers_do_not_show()
    {
        Population shop = new()
        {
            Purchases = [.. Enumerable.Range(0, 600).Select(i => new Purchase { Customer = new CustomerId($"c{i * i % 199}"), Date = Population.Day.PlusDays(-(i * 37 % 500)), Amount = 10 + (i * 7 % 90) })],
            Profiles = [new CustomerProfile { Customer = new CustomerId("prospect"), Attributes = new Dictionary<string, string> { ["club"] = "x" } }],
        };
        BootstrapStability plain = BootstrapStability.Of(new RfmStrategy(), shop.Base(), 25);
        BootstrapStability renamed = BootstrapStability.Of(new RfmStrategy(), shop.Base(id => new CustomerId("z" + string.Concat(id.Value.Reverse()))), 25);
        Assert.Equal(plain.Segments, renamed.Segments);
        Assert.Equal(shop.Base().Count, plain.Segments.Sum(segment => segment.Customers));
        Assert.All(plain.Segments, segment => Assert.InRange(segment.MeanJaccard, 0, 1));
        // The one prospect is found wherever drawn: in about 63 % of the samples.
        Assert.InRange(plain.Segments[^1].MeanJaccard, 0.4, 0.9);
    }

    [Theory]
    [InlineData(0.5, StabilityLevel.Dissolved)]
    [InlineData(0.59, StabilityLevel.Unreliable)]
    [InlineData(0.6, StabilityLevel.Doubtful)]
    [InlineData(0.75, StabilityLevel.Stable)]
    [InlineData(0.85, StabilityLevel.HighlyStable)]
    public void Levels_are_Hennigs(double mean, StabilityLevel level)
    {
        SegmentStability stability = new() { Label = 0, Customers = 1, MeanJaccard = mean, Dissolved = 0, Recovered = 0 };
        Assert.Equal(level, stability.Level);
        Assert.False(string.IsNullOrEmpty(stability.Meaning.English) || string.IsNullOrEmpty(stability.Meaning.Chinese));
    }

    [Fact]
    public void Refusals_are_counted_and_nobody_is_refused()
    {
        NumericTable table = TinyLloyd.Table([[1], [2], [3], [4], [5], [6]]);
        Clusterer picky = (some, k, _) => some.Rows == 3 ? throw new DataRejectedException(new DataProblem { Message = "three" }) : Means(some, k, default);
        BootstrapStability stability = BootstrapStability.Of(table, picky, 2, 60);
        Assert.True(stability.Refused > 0);
        Assert.Equal(60, stability.Samples + stability.Refused);
        Assert.Throws<DataRejectedException>(() => BootstrapStability.Of(new RfmStrategy(), CustomerBase.OfProfiles(Population.Day, [])));
        Assert.Throws<DataRejectedException>(() => BootstrapStability.Of(table, (_, _, _) => throw new DataRejectedException(new DataProblem { Message = "never" }), 2));
    }

    /// <summary>Above or below the mean of the first column.</summary>
    private static int[] Cut(NumericTable table, int clusters, CancellationToken cancellationToken)
    {
        double[] values = table[0].ToArray();
        double mean = values.OrderBy(value => value).Average();
        return [.. values.Select(value => value < mean ? 0 : 1)];
    }
}
