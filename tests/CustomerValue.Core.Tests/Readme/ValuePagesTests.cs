using CustomerValue.Tests.Readme.ValuePages;

namespace CustomerValue.Tests.Readme;

/// <summary>The code of the pages of docs/value compiles, and prints what stands below it.</summary>
public sealed class ValuePagesTests
{
    /// <summary>Each page with the class that holds its code, and what runs it.</summary>
    private static readonly Dictionary<string, (string Sample, Action<TextWriter> Run)> Samples = new()
    {
        ["cross-sell"] = (nameof(CrossSellSample), CrossSellSample.Run),
        ["ambassadors"] = (nameof(AmbassadorsSample), AmbassadorsSample.Run),
        ["network-value"] = (nameof(NetworkValueSample), NetworkValueSample.Run),
        ["expected-influence"] = (nameof(ExpectedInfluenceSample), ExpectedInfluenceSample.Run),
        ["wallet"] = (nameof(WalletSample), WalletSample.Run),
        ["three-values"] = (nameof(ThreeValuesSample), ThreeValuesSample.Run),
        ["on-cards"] = (nameof(OnCardsSample), OnCardsSample.Run),
        ["contribution"] = (nameof(ContributionSample), ContributionSample.Run),
        ["demand"] = (nameof(DemandSample), DemandSample.Run),
        ["credit-rating"] = (nameof(CreditRatingSample), CreditRatingSample.Run),
    };

    public static TheoryData<string> OfSamples => [.. Samples.Keys];

    [Theory]
    [MemberData(nameof(OfSamples))]
    public void The_page_shows_its_sample_and_what_it_prints(string page)
    {
        Assert.Equal(Pages.Samples($"tests/CustomerValue.Core.Tests/Readme/ValuePages/{Samples[page].Sample}.cs"), Pages.Blocks($"docs/value/{page}.md", "csharp"));
        PagesTests.AssertPrinted(Samples[page].Run, Assert.Single(Pages.Blocks($"docs/value/{page}.md", "text")));
    }
}
