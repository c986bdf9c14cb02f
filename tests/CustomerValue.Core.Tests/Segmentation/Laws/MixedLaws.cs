using CustomerValue.Customers;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Clustering;
using CustomerValue.Segmentation.Clustering.KPrototypes;
using CustomerValue.Segmentation.Clustering.Medoids;

namespace CustomerValue.Tests.Segmentation.Laws;

/// <summary>Numbers and categories, some missing, many equal rows.</summary>
public abstract class MixedLaws : SegmentationLaws
{
    protected override Population Population { get; } = new()
    {
        Profiles = [.. Enumerable.Range(0, 160).Select(i => new CustomerProfile
        {
            Customer = new CustomerId($"c{i * 71 % 163}"),
            Attributes = new Dictionary<string, string>
            {
                ["income"] = i % 23 == 5 ? "" : $"{(20 * (i % 3)) + (i * 37 % 11)}",
                ["city"] = i % 19 == 4 ? "" : $"city{(i % 3) + (i % 7 == 0 ? 1 : 0)}",
                ["member"] = i % 2 == 0 ? "no" : "yes",
            }.Where(_ => i != 50).ToDictionary(pair => pair.Key, pair => pair.Value),
        })],
    };
}

public sealed class KPrototypesLaws : MixedLaws
{
    protected override ISegmentationStrategy Strategy => new KPrototypesStrategy(new KPrototypesStrategyOptions
    {
        Fields = [new MixedField { Column = "Income", Scaling = FieldScaling.LogStandard }, new MixedField { Column = "city" }, new MixedField { Column = "member" }],
        Clusters = new KPrototypesOptions { K = 4 },
    });
}

public sealed class KModesLaws : MixedLaws
{
    protected override ISegmentationStrategy Strategy => new KPrototypesStrategy(new KPrototypesStrategyOptions { Clusters = new KPrototypesOptions { K = 3 } });
}

public sealed class MedoidsLaws : MixedLaws
{
    protected override ISegmentationStrategy Strategy => new MedoidsStrategy(new MedoidsOptions
    {
        Fields = [new MixedField { Column = "income" }, new MixedField { Column = "city" }, new MixedField { Column = "member", Kind = MixedFieldKind.Asymmetric }],
        K = 4,
    });
}

/// <summary>The same from a sample.</summary>
public sealed class SampledMedoidsLaws : MixedLaws
{
    protected override ISegmentationStrategy Strategy => new MedoidsStrategy(new MedoidsOptions { Fields = [new MixedField { Column = "income" }, new MixedField { Column = "city" }], K = 3, ExactRows = 20 });
}
