using System.Text.Json;
using CustomerValue.Customers;
using CustomerValue.Data;
using CustomerValue.Tests;

namespace CustomerValue.Tool.Tests;

/// <summary>What segment and report make of files of customers, of surveys and of purchases.</summary>
public class FurtherSegmentsTests
{
    /// <summary>2,240 customers with 24 missing incomes and absurd values, counted apart from the code: each is in a band that says so.</summary>
    [SkippableFact]
    public async Task Every_dirty_value_of_marketing_campaign_is_in_a_band_of_its_own()
    {
        using TemporaryFolder folder = new();
        using JsonDocument json = await Run(folder, "demographic", "--customers", SharedData.Path("data/marketing_campaign/marketing_campaign.csv"));
        JsonElement bands = json.RootElement.GetProperty("bands");
        Assert.Equal((24, 1), (bands.GetProperty("income").GetProperty("missing").GetInt32(), bands.GetProperty("income").GetProperty("implausible-high").GetInt32()));
        Assert.Equal(3, bands.GetProperty("age").GetProperty("implausible-high").GetInt32());
        Assert.Equal(4, bands.GetProperty("marital-status").GetProperty("other").GetInt32());
        Assert.Equal(2240, json.RootElement.GetProperty("segments").EnumerateArray().Sum(segment => segment.GetProperty("customers").GetInt32()));
        Assert.Equal(2241, File.ReadAllLines(folder["s.csv"]).Length);
    }

    [SkippableFact]
    public async Task Rows_to_start_from_are_numbered_as_in_the_file_and_the_output_keeps_its_order()
    {
        using TemporaryFolder folder = new();
        string fields = string.Join(',', new[] { "Sepal.Length", "Sepal.Width", "Petal.Length", "Petal.Width" }.Select(column => $$"""{"column":"{{column}}","scaling":"none"}"""));
        string options = folder.Write("o.json", $$"""{"k":3,"initialRows":[0,74,149],"fields":[{{fields}}]}""");
        using JsonDocument json = await Run(folder, "kmeans", "--customers", SharedData.Path("data/clustering/iris.csv"), "--options", options);
        Assert.Equal(78.85566582597731, json.RootElement.GetProperty("inertia").GetDouble(), 1e-9);
        Assert.InRange(json.RootElement.GetProperty("silhouette").GetDouble(), 0.55, 0.56);
        Assert.Equal(Enumerable.Range(1, 150).Select(row => $"{row},"), File.ReadAllLines(folder["s.csv"]).Skip(1).Select(line => line[..(line.IndexOf(',', StringComparison.Ordinal) + 1)]));
        Assert.StartsWith("customer,segment,label,reason,cluster,distance", File.ReadAllLines(folder["s.csv"])[0], StringComparison.Ordinal);

        ToolRun refused = await ToolRun.Of(["segment", "kmeans", "--customers", SharedData.Path("data/clustering/iris.csv"), "--options", folder.Write("far.json", """{"initialRows":[0,150]}"""), "--out", folder["x.csv"]]);
        Assert.Equal(1, refused.Code);
        Assert.Contains("150", refused.Error, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_mixture_starts_from_rows_of_the_file_too()
    {
        using TemporaryFolder folder = new();
        string iris = SharedData.Path("data/clustering/iris.csv");
        using JsonDocument json = await Run(folder, "mixture", "--customers", iris, "--options", folder.Write("o.json", """{"initialRows":[0,50,100],"covariance":"spherical","tolerance":1e-12}"""));
        Assert.Equal(-384.3140950608183, json.RootElement.GetProperty("logLikelihood").GetDouble(), 1e-3);
        ToolRun refused = await ToolRun.Of(["segment", "mixture", "--customers", iris, "--options", folder.Write("p.json", """{"k":2,"initialRows":[0,50,100]}"""), "--out", folder["x.csv"]]);
        Assert.Equal(1, refused.Code);
    }

    [SkippableFact]
    public async Task Answers_to_surveys_have_classes_or_factors()
    {
        using TemporaryFolder folder = new();
        using JsonDocument classes = await Run(folder, "latent-class", "--surveys", SharedData.Path("data/surveys/carcinoma.csv"), "--options", folder.Write("o.json", """{"classes":3}"""));
        Assert.Equal(-293.704978781, classes.RootElement.GetProperty("logLikelihood").GetDouble(), 1e-6);
        Assert.StartsWith("customer,segment,label,reason,class,probability", File.ReadAllLines(folder["s.csv"])[0], StringComparison.Ordinal);
        using JsonDocument factors = await Run(folder, "psychographic", "--surveys", SharedData.Path("data/surveys/bfi.csv"), "--options", folder.Write("p.json", """{"factors":5}"""));
        Assert.Equal(1490.58650437418, factors.RootElement.GetProperty("chiSquare").GetDouble(), 1e-5);
    }

    [SkippableFact]
    public async Task Baskets_stores_and_discounts_are_read_from_purchase_lines()
    {
        using TemporaryFolder folder = new();
        string[] map = ["--map", "customer=household_id", "date=transaction_timestamp", "amount=sales_value", "order=basket_id", "channel=store_id", "discount=retail_disc"];
        string lines = SharedData.Path("data/completejourney/transactions_sample.csv.gz");
        PurchaseReadResult read = PurchaseReader.Read([TableSource.File(lines)], new PurchaseReadOptions { Habits = true, Columns = map.Skip(1).Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]) });
        Assert.Equal((75_000, 47_243), (read.Habits!.Lines, read.Habits.Orders.Count));
        using JsonDocument baskets = await Run(folder, ["behavioral", "--purchases", lines, .. map, "--options", folder.Write("b.json", """{"dimension":"basket"}""")]);
        Assert.Equal(2377, baskets.RootElement.GetProperty("segments").EnumerateArray().Sum(segment => segment.GetProperty("customers").GetInt32()));
        Assert.Equal([792, 792, 793], baskets.RootElement.GetProperty("segments").EnumerateArray().Select(segment => segment.GetProperty("customers").GetInt32()).Where(count => count > 0).Order());
    }

    [Fact]
    public async Task Discounts_and_times_that_cannot_be_are_named_with_their_row()
    {
        using TemporaryFolder folder = new();
        string purchases = folder.Write("p.csv", "customer,date,amount,discount,time\na,2024-01-01,5,-1,\na,2024-01-02,5,,25:00\nb,2024-01-03,5,1,10:30\n");
        ToolRun run = await ToolRun.Of(["segment", "behavioral", "--purchases", purchases, "--out", folder["s.csv"]]);
        Assert.Equal((1, 2), (run.Code, run.ErrorLines.Length));
        Assert.Contains("row 2, discount: '-1'", run.Error, StringComparison.Ordinal);
        Assert.Contains("row 3, time: '25:00'", run.Error, StringComparison.Ordinal);
    }

    /// <summary>The simulated retailer has profiles, places and a survey: every card has a label by each strategy.</summary>
    [Fact]
    public async Task A_report_carries_labels_by_every_strategy_that_the_data_have_columns_for()
    {
        using TemporaryFolder folder = new();
        ToolRun run = await ToolRun.Of(["report", "--out", folder["r"]]);
        Assert.Equal(("", 0), (run.Error, run.Code));
        string[] header = File.ReadLines(Path.Combine(folder["r"], "cards.csv")).First().Split(',');
        Assert.Equal(["behavioral_segment", "demographic_segment", "geographic_segment", "psychographic_segment", "value_segment"], header.Where(name => name.EndsWith("_segment", StringComparison.Ordinal)));
        using JsonDocument models = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder["r"], "models.json")));
        Assert.Equal(4, models.RootElement.GetProperty("furtherSegmentations").GetArrayLength());
    }

    [Fact]
    public async Task What_the_data_have_no_columns_for_is_left_out_and_told_of()
    {
        using TemporaryFolder folder = new();
        string purchases = folder.Write("p.csv", "customer,date,amount\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"c{i % 20},2024-0{1 + (i % 6)}-1{i % 9},{10 + i}\n")));
        string customers = folder.Write("c.csv", "customer,shoe_size\nc1,40\nc2,41\n");
        ToolRun run = await ToolRun.Of(["report", "--purchases", purchases, "--customers", customers, "--out", folder["r"]]);
        Assert.Equal(0, run.Code);
        Assert.Contains("No demographic segments", run.Error, StringComparison.Ordinal);
        Assert.Contains("No geographic segments", run.Error, StringComparison.Ordinal);
    }

    private static async Task<JsonDocument> Run(TemporaryFolder folder, params string[] call)
    {
        ToolRun run = await ToolRun.Of(["segment", .. call, "--out", folder["s.csv"], "--json"]);
        Assert.True(run.Code == 0, run.Error);
        return JsonDocument.Parse(run.Output);
    }
}
