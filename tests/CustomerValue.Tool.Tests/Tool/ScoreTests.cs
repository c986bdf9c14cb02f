using System.Text.Json;
using CustomerValue.Tests;

namespace CustomerValue.Tool.Tests;

public class ScoreTests
{
    private const string Model = """{"model":"bg-nbd","unit":"week","parameters":{"r":0.2425945434210672,"alpha":4.413602716077369,"a":0.7929218333478067,"b":2.4259057287214794}}""";
    private const string Spend = """{"model":"gamma-gamma","parameters":{"p":6.249572277631798,"q":3.744224674758994,"v":15.4435210183762}}""";
    private const string Summary = "customer,frequency,recency,age,spend\na,2,30.43,38.86,22.35\nb,0,0,38.86,0\n";

    [Fact]
    public async Task Columns_stand_in_the_order_of_the_contract()
    {
        using TemporaryFolder folder = new();

        (ToolRun run, string[] rows) = await Score(folder, "--spend-model", folder.Write("gg.json", Spend));

        Assert.Equal("", run.Error);
        Assert.Equal("customer,loglik,alive,expected_purchases,median_purchases,low_purchases,high_purchases,dert,expected_spend,clv", rows[0]);
        string[] first = rows[1].Split(',');
        Assert.Equal("a", first[0]);
        Assert.All(first.Skip(1), cell => Assert.True(double.IsFinite(Cdnow.Number(cell))));
        Assert.True(Cdnow.Number(first[5]) <= Cdnow.Number(first[4]) && Cdnow.Number(first[4]) <= Cdnow.Number(first[6]));
        Assert.True(Cdnow.Number(first[9]) < Cdnow.Number(first[8]) * Cdnow.Number(first[3]), "discounting takes something off");
    }

    [Fact]
    public async Task What_the_models_cannot_give_is_left_out()
    {
        using TemporaryFolder folder = new();

        (ToolRun run, string[] rows) = await Score(folder, "--discount-rate", "0");

        Assert.Equal("customer,loglik,alive,expected_purchases,median_purchases,low_purchases,high_purchases", rows[0]);
        Assert.Contains("dert", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_infinite_expected_spend_is_an_empty_cell_and_a_warning()
    {
        using TemporaryFolder folder = new();

        (ToolRun run, string[] rows) = await Score(folder, "--spend-model", folder.Write("gg.json", """{"model":"gamma-gamma","parameters":{"p":6,"q":0.9,"v":15}}"""));

        Assert.Contains("customers without them: 1.", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.EndsWith(",,", rows[2], StringComparison.Ordinal);
        Assert.False(rows[1].EndsWith(',') || rows[1].Contains(",,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wider_interval_is_no_narrower()
    {
        using TemporaryFolder folder = new();

        string[] wide = (await Score(folder, "--interval", "0.99")).Rows[1].Split(',');
        string[] narrow = (await Score(folder, "--interval", "0.5")).Rows[1].Split(',');

        Assert.True(Cdnow.Number(wide[6]) > Cdnow.Number(narrow[6]));
    }

    [Fact]
    public async Task Json_states_what_was_assumed()
    {
        using TemporaryFolder folder = new();

        (ToolRun run, _) = await Score(folder, "--json");

        JsonElement json = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(0.1, json.GetProperty("discountRate").GetDouble());
        Assert.Equal(0.9, json.GetProperty("interval").GetDouble());
        Assert.Equal(2, json.GetProperty("customers").GetInt32());
    }

    [Fact]
    public async Task A_model_with_an_unknown_field_is_refused_by_name()
    {
        using TemporaryFolder folder = new();
        string summary = folder.Write("s.csv", Summary);
        string model = folder.Write("m.json", Model.Replace("\"alpha\"", "\"alfa\"", StringComparison.Ordinal));

        ToolRun run = await ToolRun.Of(["score", "--model", model, "--summary", summary, "--horizon", "39", "--out", folder["scores.csv"]]);

        Assert.Equal(1, run.Code);
        Assert.Contains("alfa", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder["scores.csv"]));
    }

    [SkippableFact]
    public async Task Cdnow_expected_purchases_add_up_to_the_reference_to_8_digits()
    {
        using TemporaryFolder folder = new();
        string model = folder.Write("m.json", Model);

        ToolRun run = await ToolRun.Of(["score", "--model", model, "--summary", await Cdnow.Summarize(folder), "--horizon", "39", "--out", folder["scores.csv"], "--json"]);

        Assert.Equal(0, run.Code);
        Assert.Equal(1653.4087241799193, JsonDocument.Parse(run.Output).RootElement.GetProperty("totals").GetProperty("expectedPurchases").GetDouble(), 1e-5);
    }

    private static async Task<(ToolRun Run, string[] Rows)> Score(TemporaryFolder folder, params string[] options)
    {
        string[] call = ["score", "--model", folder.Write("m.json", Model), "--summary", folder.Write("s.csv", Summary), "--horizon", "39", "--out", folder["scores.csv"], .. options];
        ToolRun run = await ToolRun.Of(call);
        Assert.True(run.Code == 0, run.Error);
        return (run, File.ReadAllLines(folder["scores.csv"]));
    }
}
