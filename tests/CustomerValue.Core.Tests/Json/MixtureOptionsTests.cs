using CustomerValue.Customers;
using CustomerValue.Json;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Clustering.Mixtures;
using CustomerValue.Tests.Segmentation;

namespace CustomerValue.Tests.Json;

public sealed class MixtureOptionsTests
{
    [Fact]
    public void Options_do_what_they_do_in_code()
    {
        CustomerBase customers = SmallBase.Of([.. Enumerable.Range(0, 60).Select(i => (10 + (i * 7 % 300), 1 + (i % 9), 20m + (i * i % 97)))]);
        ISegmentationStrategy strategy = StrategyJson.Read("mixture", JsonText.Stream("""
            {"fields":[{"column":"purchases.recency_days"},{"column":"purchases.revenue","scaling":"none"}],"components":2,"covariance":"tied",
             "seed":7,"starts":2,"regularization":0,"tolerance":1e-9,"maxIterations":500}
            """));
        MixtureSegmentation read = (MixtureSegmentation)strategy.Fit(customers), made = (MixtureSegmentation)new MixtureStrategy(new MixtureOptions
        {
            Fields = [new() { Column = ColumnNames.RecencyDays }, new() { Column = ColumnNames.Revenue, Scaling = CustomerValue.Segmentation.Clustering.FieldScaling.None }],
            Mixture = new GaussianMixtureOptions { Components = 2, Covariance = CovarianceShape.Tied, Seed = 7, Starts = 2, Regularization = 0, Tolerance = 1e-9, MaxIterations = 500 },
        }).Fit(customers);
        Assert.Equal(JsonText.Of(stream => SegmentationJson.Write(stream, made)), JsonText.Of(stream => SegmentationJson.Write(stream, read)));
        Assert.Equal("mixture", StrategyJson.Read("mixture", JsonText.Stream("{}")).Name);
    }

    [Theory]
    [InlineData("""{"components":0}""", "$.components")]
    [InlineData("""{"covariance":"round"}""", "$.covariance")]
    [InlineData("""{"fields":[{"column":"a"},{"column":"a"}]}""", "is given twice")]
    [InlineData("""{"fields":[]}""", "are none, or one has no column")]
    [InlineData("""{"initialMeans":[[1]]}""", "means for 4 components")]
    [InlineData("""{"clusters":2}""", "$.clusters")]
    public void What_is_wrong_is_refused_with_its_path(string json, string because) =>
        Assert.Contains(JsonText.Refusal(() => StrategyJson.Read("mixture", JsonText.Stream(json))), line => line.Contains(because, StringComparison.Ordinal));
}
