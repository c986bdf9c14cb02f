using CustomerValue.Simulation;
using CustomerValue.Tests.Readme.SegmentationPages;

namespace CustomerValue.Tests.Readme;

/// <summary>The code of the pages of docs/segmentation compiles, and prints what stands below it.</summary>
public sealed class SegmentationPagesTests
{
    /// <summary>Each page with the class that holds its code, and what runs it.</summary>
    private static readonly Dictionary<string, (string Sample, Action<TextWriter> Run)> Samples = new()
    {
        ["psychographic"] = (nameof(PsychographicSample), PsychographicSample.Run),
        ["demographic"] = (nameof(DemographicSample), DemographicSample.Run),
        ["behavioral"] = (nameof(BehavioralSample), console => BehavioralSample.Run(SimulatedRetailer.Simulate().Purchases, console)),
        ["mixture"] = (nameof(MixtureSample), console => MixtureSample.Run(SimulatedRetailer.Simulate().Purchases, console)),
        ["latent-class"] = (nameof(LatentClassSample), LatentClassSample.Run),
    };

    public static TheoryData<string> OfSamples => [.. Samples.Keys];

    [Theory]
    [MemberData(nameof(OfSamples))]
    public void The_page_shows_its_sample_and_what_it_prints(string page)
    {
        Assert.Equal(Pages.Samples($"tests/CustomerValue.Core.Tests/Readme/SegmentationPages/{Samples[page].Sample}.cs"), Pages.Blocks($"docs/segmentation/{page}.md", "csharp"));
        PagesTests.AssertPrinted(Samples[page].Run, Assert.Single(Pages.Blocks($"docs/segmentation/{page}.md", "text")));
    }

    /// <summary>What it prints needs the tables of AdventureWorks, so it is compared where the sample is run, beside the reader of files.</summary>
    [Fact]
    public void The_guide_from_erp_tables_shows_its_sample() =>
        Assert.Equal(Pages.Samples("tests/CustomerValue.Tool.Tests/Readme/ErpSample.cs"), Pages.Blocks("docs/segmentation/from-erp-tables.md", "csharp"));
}
