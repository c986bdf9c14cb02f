namespace CustomerValue.Tests.Readme.ValuePages;

/// <summary>The code of docs/value/referrals.md compiles, and prints what stands below it.</summary>
public sealed class ReferralsPageTests
{
    private const string Page = "docs/value/referrals.md", Samples = "tests/CustomerValue.Core.Tests/Readme/ValuePages/";

    [Fact]
    public void The_page_shows_its_samples_and_what_they_print()
    {
        Assert.Equal([Pages.Sample(Samples + "ReferralsSample.cs"), Pages.Sample(Samples + "CausalShareSample.cs")], Pages.Blocks(Page, "csharp"));
        string[] printed = Pages.Blocks(Page, "text");
        Assert.Equal(2, printed.Length);
        PagesTests.AssertPrinted(ReferralsSample.Run, printed[0]);
        PagesTests.AssertPrinted(CausalShareSample.Run, printed[1]);
    }
}
