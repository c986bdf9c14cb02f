using CustomerValue.Customers;
using CustomerValue.Simulation;

namespace CustomerValue.Tests.Readme.SegmentationPages;

/// <summary>The page of evaluation shows code that compiles, and prints what stands below it.</summary>
public sealed class EvaluationPageTests
{
    private const string Page = "docs/segmentation/evaluation.md";

    [Fact]
    public void The_page_shows_its_sample() =>
        Assert.Equal(Pages.Samples("tests/CustomerValue.Core.Tests/Readme/SegmentationPages/EvaluationSample.cs"), Pages.Blocks(Page, "csharp"));

    [Fact]
    public void The_sample_prints_what_the_page_says()
    {
        PurchaseSummaryBuilder purchases = new(SimulatedRetailer.Currency);
        purchases.Add(SimulatedRetailer.Simulate().Purchases);
        CustomerBase At(NodaTime.LocalDate day) => new(purchases.Build(ObservationWindow.Through(day), TimeUnit.Week));
        NodaTime.LocalDate last = purchases.LastDate!.Value;
        PagesTests.AssertPrinted(console => EvaluationSample.Run(At(last.PlusMonths(-6)), At(last), console), Assert.Single(Pages.Blocks(Page, "text")));
    }
}
