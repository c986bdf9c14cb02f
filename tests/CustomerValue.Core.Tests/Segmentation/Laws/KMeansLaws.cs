using CustomerValue.Customers;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Clustering.KMeans;

namespace CustomerValue.Tests.Segmentation.Laws;

public sealed class KMeansLaws : SegmentationLaws
{
    protected override ISegmentationStrategy Strategy => new KMeansStrategy(new KMeansStrategyOptions { Clusters = new KMeansOptions { K = 4 } });

    protected override Population Population { get; } = new()
    {
        Purchases = [.. Enumerable.Range(0, 300).Select(i => new Purchase
        {
            Customer = new CustomerId($"c{i * i % 83}"), Date = Population.Day.PlusDays(-(i * 37 % 500)), Amount = 10 + (i * 7 % 90),
        })],
        Profiles = [new CustomerProfile { Customer = new CustomerId("prospect"), Attributes = new Dictionary<string, string>() }],
    };
}
