using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Combined;
using CustomerValue.Segmentation.Rfm;
using CustomerValue.Segmentation.Rules;
using CustomerValue.Tests.Segmentation.Rules;

namespace CustomerValue.Tests.Segmentation.Laws;

public sealed class HierarchyLaws : SegmentationLaws
{
    protected override ISegmentationStrategy Strategy => new HierarchyStrategy(
        new RuleStrategy(RuleSamples.Everything()),
        new Dictionary<string, ISegmentationStrategy> { ["coast"] = new RfmStrategy(new RfmOptions { Map = RfmSegmentMaps.Eight }), ["other"] = new RfmStrategy() });

    protected override Population Population { get; } = CombinedPopulation.Buyers;
}
