using CustomerValue.Customers;
using CustomerValue.Segmentation.Rules;
using CustomerValue.Tests.Segmentation;
using CustomerValue.Tests.Segmentation.Rules;

namespace CustomerValue.Tests.Readme.SegmentationPages;

/// <summary>The pages on rules and on combining show code that runs.</summary>
public sealed class RulePagesTests
{
    [Fact]
    public void The_page_on_rules_shows_its_sample_and_what_it_prints()
    {
        Assert.Equal([Pages.Sample("tests/CustomerValue.Core.Tests/Readme/SegmentationPages/RulesSample.cs")], Pages.Blocks("docs/segmentation/rules.md", "csharp"));
        using StringWriter console = new() { NewLine = "\n" };
        RulesSample.Run(RuleSamples.People(("41", "成都")).With(new NumberColumn("income", new[] { 52_000.0 })), console);
        Assert.Equal(Assert.Single(Pages.Blocks("docs/segmentation/rules.md", "text")), console.ToString().TrimEnd());
    }

    [Fact]
    public void The_page_on_combining_shows_its_sample_and_a_strategy_of_ones_own()
    {
        string[] samples =
        [
            Pages.Sample("tests/CustomerValue.Core.Tests/Readme/SegmentationPages/CombiningSample.cs"),
            Pages.Sample("tests/CustomerValue.Core.Tests/Readme/Newcomers.cs"),
            Pages.Sample("tests/CustomerValue.Core.Tests/Readme/HostSample.cs"),
        ];
        Assert.Equal(samples, Pages.Blocks("docs/segmentation/combining.md", "csharp"));
        CustomerBase buyers = SmallBase.Of([.. Enumerable.Range(0, 40).Select(i => (i + 1, 1 + (i % 9), 10m + i))]);
        RuleSegmentation regions = RuleSegmentation.FirstMatch([RuleSamples.Rule("coast", Condition.Compare(ColumnNames.Frequency, Comparison.AtLeast, 3))], RuleSamples.Segment("inland"));
        RuleSegmentation staff = RuleSegmentation.FirstMatch([RuleSamples.Rule("staff", Condition.Compare(ColumnNames.Frequency, Comparison.AtLeast, 9))], RuleSamples.Segment("public"));
        Assert.Equal([24, 13, 14], CombiningSample.Run(buyers, regions, staff).Select(segmentation => segmentation.Segments.Count));
    }
}
