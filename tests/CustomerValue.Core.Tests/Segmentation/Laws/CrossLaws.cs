using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Combined;
using CustomerValue.Segmentation.Rfm;
using CustomerValue.Segmentation.Rules;
using CustomerValue.Tests.Segmentation.Rules;

namespace CustomerValue.Tests.Segmentation.Laws;

public sealed class CrossLaws : SegmentationLaws
{
    protected override ISegmentationStrategy Strategy => new CrossStrategy(new RuleStrategy(RuleSamples.Everything()), new RfmStrategy());

    protected override Population Population { get; } = CombinedPopulation.Buyers;
}
