using CustomerValue.Customers;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Rfm;

namespace CustomerValue.Tests.Segmentation.Laws;

public sealed class RfmLaws : SegmentationLaws
{
    protected override ISegmentationStrategy Strategy => new RfmStrategy();

    protected override Population Population { get; } = new()
    {
        Purchases = [.. Enumerable.Range(0, 300).Select(i => new Purchase
        {
            Customer = new CustomerId($"c{i * i % 83}"), Date = Population.Day.PlusDays(-(i * 37 % 500)), Amount = 10 + (i * 7 % 90),
        })],
        Profiles = [new CustomerProfile { Customer = new CustomerId("prospect"), Attributes = new Dictionary<string, string>() }],
    };
}
