namespace CustomerValue.Tests.Readme.LoyaltyPages;

/// <summary>The code of docs/loyalty/own-rules.md compiles, and prints what stands below it.</summary>
public sealed class OwnRulesPageTests
{
    private const string Page = "docs/loyalty/own-rules.md";

    [Fact]
    public void The_page_shows_its_sample() => Assert.Equal(Pages.Samples("tests/CustomerValue.Core.Tests/Readme/LoyaltyPages/OwnRulesSample.cs"), Pages.Blocks(Page, "csharp"));

    [Fact]
    public void The_sample_prints_what_the_page_says() => PagesTests.AssertPrinted(OwnRulesSample.Run, Assert.Single(Pages.Blocks(Page, "text")));
}
