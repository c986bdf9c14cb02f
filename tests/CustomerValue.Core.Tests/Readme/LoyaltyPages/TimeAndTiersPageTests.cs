namespace CustomerValue.Tests.Readme.LoyaltyPages;

/// <summary>The code of docs/loyalty/time-and-tiers.md compiles, and prints what stands below it.</summary>
public sealed class TimeAndTiersPageTests
{
    private const string Page = "docs/loyalty/time-and-tiers.md";

    [Fact]
    public void The_page_shows_its_sample() => Assert.Equal(Pages.Samples("tests/CustomerValue.Core.Tests/Readme/LoyaltyPages/TimeAndTiersSample.cs"), Pages.Blocks(Page, "csharp"));

    [Fact]
    public void The_sample_prints_what_the_page_says() => PagesTests.AssertPrinted(TimeAndTiersSample.Run, Assert.Single(Pages.Blocks(Page, "text")));
}
