namespace CustomerValue.Tests.Readme.LoyaltyPages;

/// <summary>The code of docs/loyalty/liability.md compiles, and prints what stands below it.</summary>
public sealed class LiabilityPageTests
{
    private const string Page = "docs/loyalty/liability.md";

    [Fact]
    public void The_page_shows_its_sample() => Assert.Equal(Pages.Samples("tests/CustomerValue.Core.Tests/Readme/LoyaltyPages/LiabilitySample.cs"), Pages.Blocks(Page, "csharp"));

    [Fact]
    public void The_sample_prints_what_the_page_says() => PagesTests.AssertPrinted(LiabilitySample.Run, string.Join('\n', Pages.Blocks(Page, "text")));
}
