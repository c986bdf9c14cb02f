using System.Globalization;
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
        JsonElement[] cards = [.. JsonDocument.Parse(File.ReadAllText(folder["out/cards.json"])).RootElement.GetProperty("cards").EnumerateArray()];
        Assert.Contains(cards, card => card.GetProperty("influence").GetProperty("value").GetDecimal() > 100);
        Assert.True(cards.Count(card => card.TryGetProperty("recommendations", out JsonElement products) && products.GetArrayLength() == 3) > 4500);
        Assert.Contains(cards, card => card.TryGetProperty("threeValues", out JsonElement values) && values.GetProperty("segment").GetProperty("key").GetString() == "hhh");
        JsonElement models = JsonDocument.Parse(File.ReadAllText(folder["out/models.json"])).RootElement;
        Assert.Equal(6, models.GetProperty("recommender").GetProperty("compared").GetArrayLength());
        Assert.True(models.GetProperty("threeValues").GetProperty("thresholds").GetProperty("influence").GetProperty("money").GetDouble() > 0);
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
    public async Task Referrals_are_credited_with_what_the_referred_left_over()
    {
        using TemporaryFolder folder = new();
        string purchases = folder.Write("p.csv", Sales());
        string referrals = folder.Write("r.csv", "referrer,referred,date,reward\nc3,new,2024-03-05,2\nc3,nobody,2024-03-05,0\nc4,c5,2024-11-01,0\nlate,later,2025-06-01,99\n");

        ToolRun run = await ToolRun.Of(["report", "--purchases", purchases, "--referrals", referrals, "--as-of", "2024-12-31", "--out", folder["out"], "--json"]);

        Assert.True(run.Code == 0, run.Error);
        Assert.Contains("Referrals name 1 of 5 customers who are in no other file, such as 'nobody': they have no card.", run.Error, StringComparison.Ordinal);
        string[] header = File.ReadLines(folder["out/cards.csv"]).First().Split(',');
        Assert.Equal(["potential", "potential_low", "potential_high", "influence", "influence_low", "influence_high", "value_segment", "value_decision", "tier", "recommended", "stage", "stage_since"], header[^12..]);
        Assert.Equal(["customer", "first_purchase", "last_purchase", "frequency"], header[..4]);
        string[] card = File.ReadLines(folder["out/cards.csv"]).Single(line => line.StartsWith("c3,", StringComparison.Ordinal)).Split(',');
        // 80 was paid on the day of the referral and 40 later, and 25 of it were costs; 30 were paid before.
        Assert.Equal([36m, -2, 93], card[^9..^6].Select(text => decimal.Parse(text, CultureInfo.InvariantCulture)));
        JsonElement influence = JsonDocument.Parse(File.ReadAllText(folder["out/cards.json"])).RootElement.GetProperty("cards").EnumerateArray().Single(each => each.GetProperty("customer").GetString() == "c3").GetProperty("influence");
        Assert.Equal((36, -2, 93), (influence.GetProperty("established").GetDecimal(), influence.GetProperty("ifNoneCaused").GetDecimal(), influence.GetProperty("ifAllCaused").GetDecimal()));
    }

    [Fact]
    public async Task Referrals_may_have_columns_of_other_names()
    {
        using TemporaryFolder folder = new();
        string referrals = folder.Write("r.csv", "who,whom,when\nc3,new,2024-03-05\n");

        ToolRun run = await ToolRun.Of(["report", "--purchases", folder.Write("p.csv", Sales()), "--referrals", referrals, "--map", "referrals.referrer=who", "referrals.referee=whom", "referrals.date=when", "--out", folder["out"], "--json"]);

        Assert.True(run.Code == 0, run.Error);
        Assert.Contains(File.ReadLines(folder["out/cards.csv"]), line => line.StartsWith("c3,", StringComparison.Ordinal) && line.Contains(",38.0,0,95,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Referrals_that_are_no_forest_are_refused_with_their_rows()
    {
        using TemporaryFolder folder = new();
        string referrals = folder.Write("r.csv", "referrer,referred,date\nc1,c2,2024-01-01\nc2,c1,2024-01-02\n");

        ToolRun run = await ToolRun.Of(["report", "--purchases", folder.Write("p.csv", Sales()), "--referrals", referrals, "--out", folder["out"]]);

        Assert.Equal(1, run.Code);
        Assert.Contains("'c1' is in a cycle: 'c1' was brought by 'c2'", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.DoesNotContain("out", folder.Names);
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

    /// <summary>Sixty customers who come and go, and one who was referred on 2024-03-05.</summary>
    private static string Sales() => "customer,date,amount,cost\n" + string.Concat(Enumerable.Range(1, 60).SelectMany(i => Enumerable.Range(0, 1 + (i % 4)).Select(k => $"c{i},2024-{1 + (((i * 5) + (k * 2)) % 12):00}-{1 + (((i * 7) + (k * 3)) % 28):00},{10 + (i % 9) + k},{1 + k}\n")))
        + "new,2024-02-01,30,1\nnew,2024-03-05,80,20\nnew,2024-05-01,40,5\n";
}
