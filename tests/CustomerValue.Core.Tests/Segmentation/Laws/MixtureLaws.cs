using CustomerValue.Customers;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Clustering;
using CustomerValue.Segmentation.Clustering.Mixtures;

namespace CustomerValue.Tests.Segmentation.Laws;

public sealed class MixtureLaws : SegmentationLaws
{
    protected override ISegmentationStrategy Strategy => new MixtureStrategy(new MixtureOptions
    {
        Fields = [new ClusterField { Column = "income" }, new ClusterField { Column = "visits", Scaling = FieldScaling.LogStandard }],
        Mixture = new GaussianMixtureOptions { Components = 3 },
    });

    /// <summary>Three groups, some twins, some without a number.</summary>
    protected override Population Population { get; } = new()
    {
        Profiles = [.. Enumerable.Range(0, 160).Select(i => new CustomerProfile
        {
            Customer = new CustomerId($"c{i * 71 % 163}"),
            Attributes = new Dictionary<string, string>
            {
                ["income"] = i % 23 == 5 ? "unknown" : $"{(20 * (i % 3)) + (i * 37 % 11)}",
                ["visits"] = i % 19 == 4 ? "" : $"{(i % 3 == 1 ? 40 : 3) + (i * 29 % 7)}",
            },
        })],
    };
}
