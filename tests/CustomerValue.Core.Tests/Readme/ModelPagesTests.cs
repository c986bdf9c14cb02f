using System.Text.RegularExpressions;
using CustomerValue.Customers;
using CustomerValue.Simulation;
using CustomerValue.Tests.Readme.ModelPages;

namespace CustomerValue.Tests.Readme;

/// <summary>The pages of docs/models have the same parts; their code compiles, and prints what stands below it.</summary>
public sealed class ModelPagesTests
{
    /// <summary>The page of the season has a shop and a test of its own.</summary>
    private const string Seasonality = "pareto-nbd-dynamic";

    private static readonly Lazy<SummaryColumns> Retailer = new(() =>
    {
        PurchaseSummaryBuilder purchases = Purchases();
        return purchases.BuildDetailed(ObservationWindow.Through(purchases.LastDate!.Value), TimeUnit.Week).Columns;
    });

    /// <summary>Each page with code and the class that holds it.</summary>
    private static readonly Dictionary<string, string> Samples = new()
    {
        ["nbd"] = nameof(NbdSample),
        ["pareto-nbd"] = nameof(ParetoNbdSample),
        ["pareto-nbd-correlated"] = nameof(ParetoNbdCorrelatedSample),
        ["bg-nbd"] = nameof(BgNbdSample),
        ["mbg-nbd"] = nameof(MbgNbdSample),
        ["bg-cnbd-k"] = nameof(BgCnbdKSample),
        ["mbg-cnbd-k"] = nameof(MbgCnbdKSample),
        ["ggom-nbd"] = nameof(GgomNbdSample),
        ["bg-bb"] = nameof(BgBbSample),
        ["sbg"] = nameof(SbgSample),
        ["gamma-gamma"] = nameof(GammaGammaSample),
        ["pareto-nbd-hb"] = nameof(ParetoNbdHbSample),
        ["pareto-nbd-abe"] = nameof(ParetoNbdAbeSample),
        ["pareto-ggg"] = nameof(ParetoGggSample),
        ["simple"] = nameof(SimpleSample),
        ["covariates"] = nameof(CovariatesSample),
        ["regularity"] = nameof(RegularitySample),
        ["choosing"] = nameof(ChoosingSample),
        ["uncertainty"] = nameof(UncertaintySample),
        ["updating"] = nameof(UpdatingSample),
    };

    /// <summary>What runs in no time, on the simulated retailer where customers are needed.</summary>
    private static readonly Dictionary<string, Action<TextWriter>> Runs = new()
    {
        ["nbd"] = console => NbdSample.Run(Retailer.Value, console),
        ["pareto-nbd"] = console => ParetoNbdSample.Run(Retailer.Value, console),
        ["bg-nbd"] = console => BgNbdSample.Run(Retailer.Value, console),
        ["mbg-nbd"] = console => MbgNbdSample.Run(Retailer.Value, console),
        ["bg-cnbd-k"] = console => BgCnbdKSample.Run(Retailer.Value, console),
        ["mbg-cnbd-k"] = console => MbgCnbdKSample.Run(Purchases(), console),
        ["bg-bb"] = BgBbSample.Run,
        ["sbg"] = SbgSample.Run,
        ["gamma-gamma"] = GammaGammaSample.Run,
        ["simple"] = SimpleSample.Run,
        ["regularity"] = console => RegularitySample.Run(Purchases(), console),
    };

    public static TheoryData<string> OfSamples => [.. Samples.Keys];

    public static TheoryData<string> OfRuns => [.. Runs.Keys];

    public static TheoryData<string> OfModels => ["nbd", "pareto-nbd", "pareto-nbd-correlated", Seasonality, "bg-nbd", "mbg-nbd", "bg-cnbd-k", "mbg-cnbd-k", "ggom-nbd", "bg-bb", "sbg", "gamma-gamma", "pareto-nbd-hb", "pareto-nbd-abe", "pareto-ggg"];

    [Theory]
    [MemberData(nameof(OfSamples))]
    public void The_page_shows_its_samples(string page) =>
        Assert.Equal(Pages.Samples($"tests/CustomerValue.Core.Tests/Readme/ModelPages/{Samples[page]}.cs"), Pages.Blocks(Page(page), "csharp"));

    [Theory]
    [MemberData(nameof(OfRuns))]
    public void The_sample_prints_what_the_page_says(string page) => PagesTests.AssertPrinted(Runs[page], Assert.Single(Pages.Blocks(Page(page), "text")));

    [Fact]
    public void No_code_stands_on_a_page_of_models_unheld() => Assert.Equal(
        Samples.Keys.Append(Seasonality).Order(),
        Pages.All.Where(page => page.StartsWith("docs/models/", StringComparison.Ordinal) && Pages.Blocks(page, "csharp").Length > 0).Select(page => Path.GetFileNameWithoutExtension(page)).Order());

    [Theory]
    [MemberData(nameof(OfModels))]
    public void A_models_page_has_the_parts_of_all(string page)
    {
        string text = Pages.Read(Page(page));
        string[] headings = Regex.Matches(text, "^## (.*)$", RegexOptions.Multiline).Select(heading => heading.Groups[1].Value).ToArray();
        Assert.All(new[] { "What it assumes", "Formulas", "When to take it, and when not", "Example", "Agreement with references", "Source" }, part => Assert.Contains(part, headings));
        Assert.Matches(@"\| parameter \|", text);
    }

    private static string Page(string name) => $"docs/models/{name}.md";

    private static PurchaseSummaryBuilder Purchases()
    {
        PurchaseSummaryBuilder purchases = new(SimulatedRetailer.Currency);
        purchases.Add(SimulatedRetailer.Simulate().Purchases);
        return purchases;
    }
}
