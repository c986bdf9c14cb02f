using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.Tests.Readme.SegmentationPages;
using CustomerValue.Tests.Segmentation.Laws;

namespace CustomerValue.Tests.Readme;

/// <summary>The code of docs/segmentation/geographic.md compiles, and prints what stands below it.</summary>
public sealed class GeographicPageTests
{
    private const string Page = "docs/segmentation/geographic.md";

    [Fact]
    public void The_page_shows_its_sample() => Assert.Equal(Pages.Samples("tests/CustomerValue.Core.Tests/Readme/SegmentationPages/GeographicSample.cs"), Pages.Blocks(Page, "csharp"));

    [Fact]
    public void The_sample_prints_what_the_page_says() => PagesTests.AssertPrinted(console => GeographicSample.Run(Customers(), console), Assert.Single(Pages.Blocks(Page, "text")));

    private static CustomerBase Customers()
    {
        (string Province, string City, double Latitude, double Longitude)[] rows =
        [
            ("Zhejiang", "Hangzhou", 30.27, 120.15), ("Zhejiang", "Hangzhou", 30.26, 120.17), ("Zhejiang", "Hangzhou", 30.25, 120.16), ("Zhejiang", "Hangzhou", 30.28, 120.14),
            ("Zhejiang", "Ningbo", 29.87, 121.54), ("Zhejiang", "Ningbo", 29.86, 121.55), ("Zhejiang", "Wenzhou", 28.00, 120.67), ("Jiangsu", "Suzhou", 31.30, 120.58),
        ];
        return new Population
        {
            Profiles = [.. rows.Select((row, i) => new CustomerProfile
            {
                Customer = new CustomerId($"c{i}"),
                Attributes = new Dictionary<string, string>
                {
                    ["province"] = row.Province, ["city"] = row.City,
                    ["latitude"] = row.Latitude.ToString(CultureInfo.InvariantCulture), ["longitude"] = row.Longitude.ToString(CultureInfo.InvariantCulture),
                },
            })],
        }.Base();
    }
}
