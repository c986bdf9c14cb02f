using System.Text.RegularExpressions;
using CustomerValue.Appraisal;
using CustomerValue.Customers;
using CustomerValue.Simulation;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerValue.Tests.Readme;

/// <summary>What the pages show is code that compiles, and prints what stands below it.</summary>
public sealed class PagesTests
{
    private const string Core = "tests/CustomerValue.Core.Tests/Readme/";
    private const string Tool = "tests/CustomerValue.Tool.Tests/Readme/";

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/zh-CN/README.md")]
    public void The_readme_shows_one_sample_of_15_lines_at_most(string page)
    {
        string sample = Assert.Single(Pages.Blocks(page, "csharp"));
        Assert.Equal(Pages.Sample(Core + "ReadmeSample.cs"), sample);
        Assert.InRange(sample.Split('\n').Length, 1, 15);
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/zh-CN/README.md")]
    public void The_sample_prints_what_the_readme_says(string page) => AssertPrinted(ReadmeSample.Run, Assert.Single(Pages.Blocks(page, "text")));

    [Theory]
    [InlineData("docs/getting-started.md")]
    [InlineData("docs/zh-CN/getting-started.md")]
    public void Getting_started_shows_the_samples_in_order(string page) => Assert.Equal(
        new[] { Tool + "FilesSample.cs", Core + "AppraisalSample.cs", Core + "HostSample.cs", Core + "Newcomers.cs", Core + "JsonSample.cs" }.Select(Pages.Sample),
        Pages.Blocks(page, "csharp"));

    [Theory]
    [InlineData("docs/getting-started.md")]
    [InlineData("docs/zh-CN/getting-started.md")]
    public void The_samples_of_getting_started_print_what_it_says(string page)
    {
        string[] printed = Pages.Blocks(page, "text");
        SimulatedRetailer shop = SimulatedRetailer.Simulate();
        AssertPrinted(console => AppraisalSample.Run(shop.Purchases, shop.Profiles, console), printed[^2]);

        using ServiceProvider host = new ServiceCollection().AddCustomerValue().BuildServiceProvider();
        PurchaseSummaryBuilder builder = new(SimulatedRetailer.Currency);
        builder.Add(shop.Purchases);
        CustomerAppraisal appraisal = host.GetRequiredService<Appraiser>()
            .Appraise(new CustomerBase(builder.Build(ObservationWindow.Through(shop.Options.LastDay), TimeUnit.Week), shop.Profiles));
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        AssertPrinted(console => JsonSample.Run(appraisal, folder.FullName, console), printed[^1]);
        Assert.Equal(["cards.json", "model.json"], folder.GetFiles().Select(file => file.Name).Order());
        folder.Delete(recursive: true);
    }

    [Fact]
    public void The_strategy_of_getting_started_is_the_one_the_appraiser_takes()
    {
        using ServiceProvider host = HostSample.Run(new ServiceCollection());
        CustomerAppraisal appraisal = host.GetRequiredService<Appraiser>().Appraise(SmallShop.Customers());
        Assert.Equal("newcomers", appraisal.Segmentation.Strategy);
        Assert.Equal(24, appraisal.Options.HorizonMonths);
        Assert.All(Enumerable.Range(0, appraisal.Count), row => Assert.Equal(
            appraisal[row].Purchases?.Summary.Frequency > 0 ? "known" : "new",
            appraisal[row].Segment.Key));
    }

    /// <summary>A test that the README names as evidence must exist by that name.</summary>
    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/zh-CN/README.md")]
    public void Tests_named_as_evidence_exist(string page)
    {
        string[] names = Regex.Matches(Pages.Read(page), @"`(\w+Tests|\w+Properties)\.(\w+)`").Select(test => test.Groups[1].Value + "." + test.Groups[2].Value).ToArray();
        Assert.NotEmpty(names);
        HashSet<string> known = [.. typeof(PagesTests).Assembly.GetTypes().SelectMany(type => type.GetMethods().Select(method => $"{type.Name}.{method.Name}"))];
        Assert.All(names, name => Assert.Contains(name, known));
    }

    internal static void AssertPrinted(Action<TextWriter> sample, string expected)
    {
        using StringWriter console = new() { NewLine = "\n" };
        sample(console);
        Assert.Equal(expected, console.ToString().TrimEnd('\n'));
    }
}
