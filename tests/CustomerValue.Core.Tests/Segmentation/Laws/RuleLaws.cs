using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Rules;
using CustomerValue.Tests.Segmentation.Rules;

namespace CustomerValue.Tests.Segmentation.Laws;

public sealed class RuleLaws : SegmentationLaws
{
    internal static readonly (string?, string?)[] People = [.. Enumerable.Range(0, 120).Select(i => (i % 11 == 0 ? null : $"{i * 7 % 90}", i % 13 == 0 ? null : i % 3 == 0 ? "上海" : "成都")), (null, null), (null, null)];

    protected override ISegmentationStrategy Strategy => new RuleStrategy(RuleSamples.Everything());

    protected override Population Population { get; } = RuleSamples.PeopleOf(People);
}
