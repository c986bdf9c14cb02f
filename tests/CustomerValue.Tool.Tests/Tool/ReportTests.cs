using System.Text.Json;
using CustomerValue.Customers;
using CustomerValue.LifetimeValue.MbgCnbdK;
using CustomerValue.Tests;

namespace CustomerValue.Tool.Tests;

public class ReportTests
{
    private static readonly string[] Files = ["cards.csv", "cards.json", "models.json", "report.html"];

    [SkippableFact]
    public async Task Cdnow_gives_four_files_and_one_document()
    {
        using TemporaryFolder folder = new();

        ToolRun run = await ToolRun.Of(["report", "--purchases", Cdnow.Sample, "--map", "customer=sample_id", "amount=dollar_value", "--currency", "USD", "--out", folder["out"], "--json"]);

        Assert.True(run.Code == 0, run.Error);
        JsonElement json = JsonDocument.Parse(run.Output).RootElement;
        Assert.False(json.GetProperty("simulated").GetBoolean());
        Assert.Equal(2357, json.GetProperty("customers").GetInt32());
        Assert.Equal(6919, json.GetProperty("rows").GetInt32());
        Assert.Equal("USD", json.GetProperty("currency").GetString());
        Assert.Equal("mbg-nbd", json.GetProperty("model").GetString());
        Assert.Equal(2357, json.GetProperty("segments").EnumerateArray().Sum(segment => segment.GetProperty("customers").GetInt32()));
        Assert.Equal(Files.Select(name => Path.Combine(folder["out"], name)), json.GetProperty("files").EnumerateArray().Select(file => file.GetString()));
        Assert.Equal(Files.Append("out").Order(StringComparer.Ordinal), folder.Names);
        Assert.Equal(2358, File.ReadLines(folder["out/cards.csv"]).Count());
        Assert.Equal(2357, JsonDocument.Parse(File.ReadAllText(folder["out/cards.json"])).RootElement.GetProperty("cards").GetArrayLength());
        string page = File.ReadAllText(folder["out/report.html"]);
        Assert.Contains("</html>", page, StringComparison.Ordinal);
        string reason = json.GetProperty("choice").GetProperty("reason").GetString()!;
        Assert.Contains(reason, page, StringComparison.Ordinal);
        Assert.Contains("Foretold and come true", page, StringComparison.Ordinal);
        JsonElement choice = JsonDocument.Parse(File.ReadAllText(folder["out/models.json"])).RootElement.GetProperty("choice");
        Assert.Equal("1998-02-14", choice.GetProperty("calibrationEnd").GetString());
        Assert.Equal(json.GetProperty("model").GetString(), choice.GetProperty("model").GetString());
        Assert.Contains("mbg-nbd", choice.GetProperty("compared").EnumerateArray().Select(trial => trial.GetProperty("model").GetString()));
    }

    [Fact]
    public async Task Who_buys_at_a_beat_is_appraised_by_the_model_that_knows_beats()
    {
        using TemporaryFolder folder = new();
        MbgCnbdKModel truth = new(1.5, 1.2, 0.6, 3, 3, TimeUnit.Week);
        string purchases = folder.Write("sales.csv", "customer,date,amount\n" + string.Concat(Enumerable.Range(0, 800).SelectMany(i =>
        {
            Random random = new(100 + i);
            int age = 365 + random.Next(365);
            double[] times = [0, .. truth.SimulatePurchaseTimes(random, age / 7.0)];
            return times.Select(time => $"c{i},{new DateOnly(2025, 12, 31).AddDays((int)Math.Floor(time * 7) - age):yyyy-MM-dd},{10 + (i % 7)}\n");
        })));

        ToolRun run = await ToolRun.Of(["report", "--purchases", purchases, "--out", folder["out"], "--json"]);

        Assert.True(run.Code == 0, run.Error);
        JsonElement json = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal("mbg-cnbd-k", json.GetProperty("model").GetString());
        JsonElement models = JsonDocument.Parse(File.ReadAllText(folder["out/models.json"])).RootElement;
        Assert.Equal(3, models.GetProperty("purchaseModel").GetProperty("parameters").GetProperty("k").GetInt32());
        JsonElement[] cards = [.. JsonDocument.Parse(File.ReadAllText(folder["out/cards.json"])).RootElement.GetProperty("cards").EnumerateArray()];
        Assert.Equal(800, cards.Length);
        Assert.Contains("mbg-cnbd-k", File.ReadAllText(folder["out/report.html"]), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task As_of_is_the_last_day_observed_and_included()
    {
        using TemporaryFolder folder = new();

        ToolRun run = await ToolRun.Of(["report", "--purchases", Cdnow.Sample, "--map", "customer=sample_id", "amount=dollar_value", "--as-of", "1997-09-30", "--horizon", "39w", "--out", folder["out"], "--json"]);

        Assert.True(run.Code == 0, run.Error);
        JsonElement json = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal("1997-09-30", json.GetProperty("window").GetProperty("to").GetString());
        Assert.Equal(-9582.13572, json.GetProperty("logLikelihood").GetDouble(), 1e-4);
        Assert.Equal(1576.7, json.GetProperty("totals").GetProperty("expectedPurchases").GetDouble(), 0.5);
    }

    [Fact]
    public async Task Without_purchases_a_simulated_retailer_is_reported_in_chinese_and_says_so()
    {
        using TemporaryFolder folder = new();

        ToolRun run = await ToolRun.Of(["report", "--lang", "zh-CN", "--out", folder["out"]]);

        Assert.True(run.Code == 0, run.Error);
        Assert.Contains("simulated", run.Output, StringComparison.Ordinal);
        Assert.Contains("lang=\"zh-CN\"", File.ReadAllText(folder["out/report.html"]), StringComparison.Ordinal);
        Assert.Equal(Files.Append("out").Order(StringComparer.Ordinal), folder.Names);
    }

    [Fact]
    public async Task Customers_without_purchases_are_prospects()
    {
        using TemporaryFolder folder = new();
        string purchases = folder.Write("p.csv", "customer,date,amount\n" + string.Concat(Enumerable.Range(1, 60).SelectMany(i => Enumerable.Range(0, 1 + (i % 4)).Select(k => $"c{i},2024-{1 + (((i * 5) + (k * 2)) % 12):00}-{1 + (((i * 7) + (k * 3)) % 28):00},{10 + (i % 9) + k}\n"))));
        string customers = folder.Write("c.csv", "customer,city\nc1,Xi'an\nnew1,Chengdu\nnew2,=1+1\n");

        ToolRun run = await ToolRun.Of(["report", "--purchases", purchases, "--customers", customers, "--out", folder["out"], "--json"]);

        Assert.True(run.Code == 0, run.Error);
        JsonElement json = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(60, json.GetProperty("customers").GetInt32());
        Assert.Equal(2, json.GetProperty("prospects").GetInt32());
    }

    [Fact]
    public async Task A_cancelled_run_says_so_and_leaves_nothing()
    {
        using TemporaryFolder folder = new();
        using CancellationTokenSource stop = new();
        stop.Cancel();

        ToolRun run = await ToolRun.Of(["report", "--out", folder["out"]], stop.Token);

        Assert.Equal(1, run.Code);
        Assert.Contains("Cancelled", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Empty(folder.Names);
    }

    [Fact]
    public async Task A_file_where_the_folder_should_be_is_refused()
    {
        using TemporaryFolder folder = new();

        ToolRun run = await ToolRun.Of(["report", "--out", folder.Write("out", "here first")]);

        Assert.Equal(1, run.Code);
        Assert.Contains("is a file", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Equal("here first", File.ReadAllText(folder["out"]));
    }
}
