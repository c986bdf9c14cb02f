using CustomerValue.Customers;
using CustomerValue.Simulation;
using CustomerValue.Tests.Readme.SegmentationPages;

namespace CustomerValue.Tests.Readme;

/// <summary>The page of k-means shows its sample, and prints what stands below it.</summary>
public sealed class KMeansPageTests
{
    private const string Page = "docs/segmentation/kmeans.md";

    [Fact]
    public void The_page_shows_its_sample() =>
        Assert.Equal(Pages.Samples("tests/CustomerValue.Core.Tests/Readme/SegmentationPages/KMeansSample.cs"), Pages.Blocks(Page, "csharp"));

    [Fact]
    public void The_sample_prints_what_the_page_says()
    {
        PurchaseSummaryBuilder purchases = new(SimulatedRetailer.Currency);
        purchases.Add(SimulatedRetailer.Simulate().Purchases);
        CustomerBase customers = new(purchases.Build(ObservationWindow.Through(purchases.LastDate!.Value), TimeUnit.Day));
        PagesTests.AssertPrinted(console => KMeansSample.Run(customers, console), Assert.Single(Pages.Blocks(Page, "text")));
    }
}
