using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Combined;
using CustomerValue.Segmentation.Rfm;
using CustomerValue.Segmentation.Rules;
using CustomerValue.Tests.Segmentation.Rules;

namespace CustomerValue.Tests.Segmentation.Laws;

public sealed class FirstMatchLaws : SegmentationLaws
{
    protected override ISegmentationStrategy Strategy => new FirstMatchStrategy([new RuleStrategy(RuleSamples.Everything()), new RfmStrategy()], ["other", "prospects"]);

    protected override Population Population { get; } = CombinedPopulation.Buyers;
}
