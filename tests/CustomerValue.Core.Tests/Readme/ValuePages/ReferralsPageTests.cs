namespace CustomerValue.Tests.Readme.ValuePages;

/// <summary>The code of docs/value/referrals.md compiles, and prints what stands below it.</summary>
public sealed class ReferralsPageTests
{
    private const string Page = "docs/value/referrals.md";

    [Fact]
    public void The_page_shows_its_sample_and_what_it_prints()
    {
        Assert.Equal(Pages.Sample("tests/CustomerValue.Core.Tests/Readme/ValuePages/ReferralsSample.cs"), Assert.Single(Pages.Blocks(Page, "csharp")));
        PagesTests.AssertPrinted(ReferralsSample.Run, Assert.Single(Pages.Blocks(Page, "text")));
    }
}
