namespace CustomerValue.Tests.Readme.LoyaltyPages;

/// <summary>The code of docs/loyalty/terms.md compiles, and prints the terms that stand below it.</summary>
public sealed class TermsPageTests
{
    private const string Page = "docs/loyalty/terms.md";

    [Fact]
    public void The_page_shows_its_sample() => Assert.Equal(Pages.Samples("tests/CustomerValue.Core.Tests/Readme/LoyaltyPages/TermsSample.cs"), Pages.Blocks(Page, "csharp"));

    [Fact]
    public void The_sample_prints_what_the_page_says() => PagesTests.AssertPrinted(TermsSample.Run, string.Join('\n', Pages.Blocks(Page, "text")));
}
