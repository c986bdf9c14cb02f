using CustomerValue.Lifecycle.Diagrams;
using CustomerValue.Lifecycle.Standard;
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

    [Fact]
    public void The_lifecycle_s_page_shows_its_sample_and_the_diagrams_of_the_definitions()
    {
        Assert.Equal(Pages.Samples($"tests/CustomerValue.Core.Tests/Readme/ValuePages/{nameof(LifecycleSample)}.cs"), Pages.Blocks("docs/lifecycle.md", "csharp"));
        PagesTests.AssertPrinted(LifecycleSample.Run, Assert.Single(Pages.Blocks("docs/lifecycle.md", "text")));
        string[] diagrams = [.. new[] { RetailLifecycle.Create(), ContractLifecycle.Create(), AccountLifecycle.Ownership() }.Select(definition => LifecycleDiagram.Mermaid(definition).TrimEnd())];
        Assert.Equal(diagrams, Pages.Blocks("docs/lifecycle.md", "mermaid").Select(block => block.TrimEnd()));
    }
}
