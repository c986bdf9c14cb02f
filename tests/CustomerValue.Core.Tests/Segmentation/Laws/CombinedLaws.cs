using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Combined;
using CustomerValue.Segmentation.Rfm;
using CustomerValue.Segmentation.Rules;
using CustomerValue.Tests.Segmentation.Rules;

namespace CustomerValue.Tests.Segmentation.Laws;

public sealed class RuleLaws : SegmentationLaws
{
    internal static readonly (string?, string?)[] People = [.. Enumerable.Range(0, 120).Select(i => (i % 11 == 0 ? null : $"{i * 7 % 90}", i % 13 == 0 ? null : i % 3 == 0 ? "上海" : "成都")), (null, null), (null, null)];

    protected override ISegmentationStrategy Strategy => new RuleStrategy(RuleSamples.Everything());

    protected override Population Population { get; } = RuleSamples.PeopleOf(People);
}

public sealed class CrossLaws : SegmentationLaws
{
    protected override ISegmentationStrategy Strategy => new CrossStrategy(new RuleStrategy(RuleSamples.Everything()), new RfmStrategy());

    protected override Population Population { get; } = CombinedLaws.Buyers;
}

public sealed class HierarchyLaws : SegmentationLaws
{
    protected override ISegmentationStrategy Strategy => new HierarchyStrategy(
        new RuleStrategy(RuleSamples.Everything()),
        new Dictionary<string, ISegmentationStrategy> { ["coast"] = new RfmStrategy(new RfmOptions { Map = RfmSegmentMaps.Eight }), ["other"] = new RfmStrategy() });

    protected override Population Population { get; } = CombinedLaws.Buyers;
}

public sealed class FirstMatchLaws : SegmentationLaws
{
    protected override ISegmentationStrategy Strategy => new FirstMatchStrategy([new RuleStrategy(RuleSamples.Everything()), new RfmStrategy()], ["other", "prospects"]);

    protected override Population Population { get; } = CombinedLaws.Buyers;
}

internal static class CombinedLaws
{
    /// <summary>Most of the people, with purchases, and some who never bought.</summary>
    public static Population Buyers { get; } = RuleSamples.PeopleOf(RuleLaws.People) with
    {
        Purchases = [.. Enumerable.Range(0, 300).Select(i => new Customers.Purchase
        {
            Customer = new Customers.CustomerId($"c{i * i % 113:D4}"), Date = Population.Day.PlusDays(-(i * 37 % 500)), Amount = 10 + (i * 7 % 90),
        })],
    };
}
