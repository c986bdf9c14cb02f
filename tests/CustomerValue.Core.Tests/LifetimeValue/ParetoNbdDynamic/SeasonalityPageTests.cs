using CustomerValue.Tests.Readme;

namespace CustomerValue.Tests.LifetimeValue.ParetoNbdDynamic;

/// <summary>The example of docs/models/pareto-nbd-dynamic.md is code that compiles and prints what stands below it.</summary>
public class SeasonalityPageTests
{
    private const string Page = "docs/models/pareto-nbd-dynamic.md";

    [Fact]
    public void The_page_shows_the_sample() =>
        Assert.Equal(Pages.Sample("tests/CustomerValue.Core.Tests/Readme/SeasonalitySample.cs"), Assert.Single(Pages.Blocks(Page, "csharp")));

    [Fact]
    public void The_sample_prints_what_the_page_says()
    {
        using StringWriter console = new() { NewLine = "\n" };
        SeasonalitySample.Run(SeasonalShop.Purchases(600), SeasonalShop.Campaigns, console);
        Assert.Equal(Assert.Single(Pages.Blocks(Page, "text")), console.ToString().TrimEnd('\n'));
    }
}
