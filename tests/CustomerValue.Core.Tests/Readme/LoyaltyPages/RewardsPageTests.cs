namespace CustomerValue.Tests.Readme.LoyaltyPages;

/// <summary>The code of docs/loyalty/rewards.md compiles, and prints what stands below it.</summary>
public sealed class RewardsPageTests
{
    private const string Page = "docs/loyalty/rewards.md";

    [Fact]
    public void The_page_shows_its_sample() => Assert.Equal(Pages.Samples("tests/CustomerValue.Core.Tests/Readme/LoyaltyPages/RewardsSample.cs"), Pages.Blocks(Page, "csharp"));

    [Fact]
    public void The_sample_prints_what_the_page_says() => PagesTests.AssertPrinted(RewardsSample.Run, string.Join('\n', Pages.Blocks(Page, "text")));
}
