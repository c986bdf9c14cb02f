using CustomerValue.Customers;
using CustomerValue.Json;
using CustomerValue.Labels;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Clustering;
using CustomerValue.Segmentation.Clustering.KMeans;
using CustomerValue.Tests.Json;
using CustomerValue.Validation;
using NodaTime;

namespace CustomerValue.Tests.Segmentation.KMeans;

public class KMeansStrategyTests
{
    private static readonly ClusterField[] Raw = [new() { Column = "x", Scaling = FieldScaling.None }, new() { Column = "y", Scaling = FieldScaling.None }];

    [Fact]
    public void The_largest_cluster_comes_first_and_the_reason_tells_what_decided()
    {
        CustomerBase customers = Of([(0, 0), (0, 2), (100, 50), (0, 1), (double.NaN, 1)]);
        KMeansSegmentation segmentation = Fit(customers, new KMeansStrategyOptions { Fields = Raw, Clusters = new KMeansOptions { K = 2 } });
        Assert.Equal(["Cluster 1", "Cluster 2", "Incomplete data"], segmentation.Segments.Select(segment => segment.Label.English));
        Assert.Equal(["群 1", "群 2", "资料不全"], segmentation.Segments.Select(segment => segment.Label.Chinese));
        Assert.Equal([3, 1], segmentation.Sizes);
        SegmentAssignment one = segmentation.Assign(customers, 2);
        Assert.Equal(1, one.Segment);
        Assert.Equal(0, one.Distance);
        Assert.Equal("Nearest to Cluster 2, at distance 0 (next Cluster 1, 111.36): x is 100, where the cluster's centre is 100 and that of all 25; y is 50, where the cluster's centre is 50 and that of all 13.25.", one.Reason.English);
        Assert.Equal("最接近群 2，距离0（其次为群 1，111.36）：x为100，该群中心为100，全体中心为25；y为50，该群中心为50，全体中心为13.25。", one.Reason.Chinese);
        SegmentAssignment missing = segmentation.Assign(customers, 4);
        Assert.Equal((2, "Missing, or no number that can be scaled: x."), (missing.Segment, missing.Reason.English));
        Assert.Equal("1 of 5 customers lack a value and took no part in the fit.", Assert.Single(segmentation.Fit.Warnings).English);
        Assert.Equal(["k", "inertia", "betweenShare", "starts"], segmentation.Fit.Figures.Select(figure => figure.Key));
        Assert.Equal(2, segmentation.Fit.Figures[1].Value, 1e-12);
    }

    [Fact]
    public void Given_starts_are_rows_or_ids_and_keep_their_order()
    {
        CustomerBase customers = Of([(0, 0), (double.NaN, 0), (9, 9), (0, 1), (0, 2)]);
        KMeansSegmentation byRow = Fit(customers, new KMeansStrategyOptions { Fields = Raw, Clusters = new KMeansOptions { K = 2, InitialRows = [2, 0] } });
        KMeansSegmentation byId = Fit(customers, new KMeansStrategyOptions { Fields = Raw, Clusters = new KMeansOptions { K = 2 }, InitialCustomers = [new("c2"), new("c0")] });
        Assert.Equal([1, 3], byRow.Sizes);
        Assert.Equal(byRow.Centres, byId.Centres);
        Assert.Contains("'1' lacks a value", Refusal(() => Fit(customers, new KMeansStrategyOptions { Fields = Raw, Clusters = new KMeansOptions { K = 2, InitialRows = [1, 0] } })), StringComparison.Ordinal);
        Assert.Contains("'5' is no row", Refusal(() => Fit(customers, new KMeansStrategyOptions { Fields = Raw, Clusters = new KMeansOptions { K = 2, InitialRows = [5, 0] } })), StringComparison.Ordinal);
        Assert.Contains("'c7' is no customer", Refusal(() => Fit(customers, new KMeansStrategyOptions { Fields = Raw, Clusters = new KMeansOptions { K = 2 }, InitialCustomers = [new("c7"), new("c0")] })), StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_clustered_is_refused_with_a_reason()
    {
        Assert.Contains("is no column", Refusal(() => new KMeansStrategy(new KMeansStrategyOptions { Fields = [new ClusterField { Column = "shoes" }] }).Fit(Of([(1, 2)]))), StringComparison.Ordinal);
        Assert.Contains("only 1 distinct rows", Refusal(() => Fit(Of([(1, 2), (1, 2)]), new KMeansStrategyOptions { Fields = Raw, Clusters = new KMeansOptions { K = 2 } })), StringComparison.Ordinal);
        Assert.Contains("no customer with a value", Refusal(() => Fit(Of([(double.NaN, 2)]), new KMeansStrategyOptions { Fields = Raw })), StringComparison.Ordinal);
        Assert.Contains("given twice", Refusal(() => new KMeansStrategy(new KMeansStrategyOptions { Fields = [Raw[0], Raw[0]] })), StringComparison.Ordinal);
        Assert.Contains("one kind of start", Refusal(() => new KMeansStrategy(new KMeansStrategyOptions { Fields = Raw, Clusters = new KMeansOptions { K = 1, InitialRows = [0] }, InitialCustomers = [new("a")] })), StringComparison.Ordinal);
        Assert.Contains("fields", Refusal(() => new KMeansSegmentation([], [], [], new SegmentationFit { Customers = 0 })), StringComparison.Ordinal);
    }

    [Fact]
    public void One_customer_and_values_beyond_any_scale_have_a_place()
    {
        CustomerBase one = Of([(1e300, 2)]);
        KMeansSegmentation segmentation = Fit(one, new KMeansStrategyOptions { Fields = [.. Raw.Select(field => field with { Scaling = FieldScaling.Standard })], Clusters = new KMeansOptions { K = 1 } });
        Assert.Equal(0, segmentation.Assign(one, 0).Segment);
        CustomerBase far = Of([(1, 2), (-1e305, 2)]);
        int[] segments = new int[2];
        Fit(Of([(1, 2)]), new KMeansStrategyOptions { Fields = Raw, Clusters = new KMeansOptions { K = 1 } }).Assign(far, segments);
        Assert.Equal([0, 1], segments);
    }

    [Fact]
    public void Other_names_keep_keys_and_clusters()
    {
        CustomerBase customers = Of([(0, 0), (5, 5), (0, 1)]);
        KMeansSegmentation segmentation = Fit(customers, new KMeansStrategyOptions { Fields = Raw, Clusters = new KMeansOptions { K = 2 } });
        KMeansSegmentation named = segmentation.WithLabels([new LocalizedText("Quiet", "安静"), new LocalizedText("Loud", "活跃")]);
        Assert.Equal(["cluster-1", "cluster-2", "incomplete"], named.Segments.Select(segment => segment.Key));
        Assert.StartsWith("Nearest to Loud", named.Assign(customers, 1).Reason.English, StringComparison.Ordinal);
        Assert.Contains("one a cluster", Refusal(() => segmentation.WithLabels([])), StringComparison.Ordinal);
    }

    [Fact]
    public void Options_are_read_from_json()
    {
        CustomerBase customers = Of([(0, 0), (0, 2), (100, 50), (0, 1)]);
        ISegmentationStrategy strategy = Read("""{"fields":[{"column":"x","scaling":"none"},{"column":"y","scaling":"log"}],"initialRows":[2,0],"seed":7,"starts":3,"maxIterations":50}""");
        Assert.Equal([1, 3], ((KMeansSegmentation)strategy.Fit(customers)).Sizes);
        Assert.Equal("kmeans", Read("{}").Name);
        Assert.All(new[] { """{"k":0}""", """{"k":2,"initialRows":[1]}""", """{"fields":[{"column":"x","scaling":"odd"}]}""", """{"initialCentres":[[1]],"initialRows":[1]}""" }, json => Assert.Throws<DataRejectedException>(() => Read(json)));
    }

    private static ISegmentationStrategy Read(string json) => StrategyJson.Read("kmeans", JsonText.Stream(json));

    private static KMeansSegmentation Fit(CustomerBase customers, KMeansStrategyOptions options) => (KMeansSegmentation)new KMeansStrategy(options).Fit(customers);

    private static string Refusal(Func<object> act) => Assert.Throws<DataRejectedException>(act).Message;

    private static CustomerBase Of((double X, double Y)[] rows) =>
        CustomerBase.OfProfiles(new LocalDate(2024, 1, 1), rows.Select((_, row) => new CustomerProfile { Customer = new CustomerId($"c{row}"), Attributes = new Dictionary<string, string>() }))
            .With(new NumberColumn("x", rows.Select(row => row.X).ToArray()), new NumberColumn("y", rows.Select(row => row.Y).ToArray()));
}
