using System.Globalization;
using System.Text.Json;
using CustomerValue.Json;
using CustomerValue.Lifecycle.Standard;
using CustomerValue.Tests;

namespace CustomerValue.Tool.Tests;

public class LifecycleTests
{
    /// <summary>CDNOW's 23,570 customers all bought first within twelve weeks, so that each later month has all of them.</summary>
    [SkippableFact]
    public async Task Every_month_has_every_customer_of_cdnow_in_one_stage()
    {
        using TemporaryFolder folder = new();
        ToolRun run = await ToolRun.Of(["lifecycle", "--purchases", SharedData.Path("data/cdnow/cdnow_master_transactions.csv.gz"), "--map", "customer=customer_id", "--map", "amount=dollar_value", "--from", "1997-03-31", "--every", "month", "--as-of", "1998-06-30", "--out", folder["s.csv"], "--json"]);
        Assert.Equal(("", 0), (run.Error, run.Code));
        JsonElement json = JsonDocument.Parse(run.Output).RootElement;
        JsonElement[] history = [.. json.GetProperty("history").EnumerateArray()];
        Assert.Equal(16, history.Length);
        Assert.Equal("1997-04-30", history[1].GetProperty("date").GetString());
        Assert.All(history, date => Assert.Equal(23_570, date.GetProperty("customers").EnumerateObject().Sum(stage => stage.Value.GetInt32())));
        // What the table says of the last day is what the history says of it.
        Assert.Equal(history[^1].GetProperty("customers").EnumerateObject().Select(stage => stage.Value.GetInt32()), json.GetProperty("stages").EnumerateArray().Select(stage => stage.GetProperty("customers").GetInt32()));
        foreach (JsonElement row in json.GetProperty("migration").GetProperty("probability").EnumerateArray())
            Assert.Equal(1, row.EnumerateArray().Sum(cell => cell.GetDouble()), 1e-12);
        Assert.Equal(15 * 23_570, json.GetProperty("migration").GetProperty("counts").EnumerateArray().Sum(row => row.EnumerateArray().Sum(cell => cell.GetInt64())));
        // A forecast moves customers between stages and loses none.
        JsonElement[] forecast = [.. json.GetProperty("forecast").EnumerateArray()];
        Assert.Equal(12, forecast.Length);
        Assert.All(forecast, month => Assert.Equal(23_570, month.GetProperty("customers").EnumerateObject().Sum(stage => stage.Value.GetDouble()), 1e-6));
        Assert.True(json.GetProperty("comparison").GetProperty("pValue").GetDouble() < 0.001, "who has just begun to buy moves otherwise than a year later");
        Assert.Contains("stage-worse", json.GetProperty("alerts").EnumerateArray().Select(alert => alert.GetProperty("kind").GetString()));
        string[] first = File.ReadLines(folder["s.csv"]).Skip(1).First().Split(',');
        Assert.Equal(["00001", "one-timer", "One-timer"], first.Take(3));
        Assert.Equal(first[1], first[^1]);
        Assert.Equal(23_571, File.ReadLines(folder["s.csv"]).Count());
    }

    [SkippableFact]
    public async Task Every_month_has_the_customers_of_adventure_works_known_by_then()
    {
        using TemporaryFolder folder = new();
        ToolRun run = await ToolRun.Of(["lifecycle", "--purchases", SharedData.Path("data/adventureworksdw/FactInternetSales.csv.gz"), "--map", "customer=CustomerKey", "--map", "date=OrderDate", "--map", "amount=SalesAmount", "--from", "2011-01-31", "--as-of", "2014-01-31", "--lang", "zh-CN", "--out", folder["s.csv"], "--json"]);
        Assert.Equal(("", 0), (run.Error, run.Code));
        int[] known = [.. JsonDocument.Parse(run.Output).RootElement.GetProperty("history").EnumerateArray().Select(date => date.GetProperty("customers").EnumerateObject().Sum(stage => stage.Value.GetInt32()))];
        Assert.Equal(known.Order(), known);
        Assert.Equal(18_484, known[^1]);
        Assert.Contains(",新客户,", File.ReadAllText(folder["s.csv"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Contracts_are_read_from_events_by_a_definition_from_a_file()
    {
        using TemporaryFolder folder = new();
        using (FileStream definition = File.Create(folder["contract.json"]))
            LifecycleJson.Write(definition, ContractLifecycle.Create());
        string events = folder.Write("e.csv", "customer,kind,date,term_end,reason\nB,signed,2024-03-01,2025-02-28,\nA,signed,2024-01-01,2024-12-31,\nA,renewed,2024-12-20,2025-12-31,\nB,cancelled,2024-06-01,,price\nB,cancelled,2024-07-01,,again\n");
        ToolRun run = await ToolRun.Of(["lifecycle", "--events", events, "--definition", folder["contract.json"], "--from", "2024-01-31", "--as-of", "2025-06-30", "--diagram", "mermaid", "--out", folder["s.csv"], "--json"]);
        Assert.Equal(("", 0), (run.Error, run.Code));
        string[][] rows = [.. File.ReadAllLines(folder["s.csv"]).Select(line => line.Split(','))];
        Assert.Equal(["A", "in-term", "In term", "2024-12-20", "C3"], rows[1].Take(5));
        Assert.Equal(["B", "lapsed", "Lapsed", "2024-06-01", "C5"], rows[2].Take(5));
        Assert.Contains("'cancelled' is not allowed in Lapsed", File.ReadAllText(folder["s.csv"]), StringComparison.Ordinal);
        JsonElement json = JsonDocument.Parse(run.Output).RootElement;
        Assert.StartsWith("stateDiagram-v2", json.GetProperty("diagram").GetString(), StringComparison.Ordinal);
        Assert.Equal(18, json.GetProperty("history").GetArrayLength());
        Assert.False(json.TryGetProperty("values", out _));
    }

    [Fact]
    public async Task A_refund_in_the_events_undoes_its_purchase()
    {
        using TemporaryFolder folder = new();
        string events = folder.Write("e.csv", "customer,kind,date,id,amount,of\nA,purchase,2024-01-01,o1,10,\nA,purchase,2024-02-01,o2,10,\nA,refund,2024-02-10,r1,10,o2\nB,purchase,2024-01-05,o1,10,\nB,purchase,2024-02-05,o2,10,\nC,purchase,2024-01-07,o1,10,\nC,purchase,2024-01-20,o2,10,\nC,purchase,2024-02-20,o3,10,\n");
        ToolRun run = await ToolRun.Of(["lifecycle", "--events", events, "--as-of", "2024-02-29", "--out", folder["s.csv"]]);
        Assert.Equal(0, run.Code);
        string[][] rows = [.. File.ReadAllLines(folder["s.csv"]).Skip(1).Select(line => line.Split(','))];
        Assert.Equal(["1", "2", "3"], rows.Select(row => double.Parse(row[5], CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("e.csv", "customer,kind,date\nA,sold,2024-01-01\n", "e.csv, row 2, customer A, event row 2, kind: 'sold' is no event of 'retail'; known are created, purchase, model-changed, closed, refund and undo.")]
    [InlineData("e.csv", "customer,kind,date\nA,created,2024-02-01\nA,purchase,2024-01-01\n", "e.csv, row 3, customer A, event row 3, day: '2024-01-01' is before 2024-02-01, when the customer was created; correct one of the two.")]
    [InlineData("e.csv", "customer,kind,date,id,of\nB,purchase,2024-01-01,o1,\nA,purchase,2024-01-01,o2,\nA,refund,2024-02-01,r1,o1\n", "e.csv, row 4, customer A, event r1, of: 'o1' names no purchase of this customer; a refund undoes one by its id.")]
    [InlineData("e.csv", "customer,kind,date,amount\nA,purchase,soon,-1\n", "row 2, date: 'soon'")]
    public async Task What_cannot_be_is_refused_by_customer_and_event(string name, string events, string error)
    {
        using TemporaryFolder folder = new();
        ToolRun run = await ToolRun.Of(["lifecycle", "--events", folder.Write(name, events), "--as-of", "2024-06-30", "--out", folder["s.csv"]]);
        Assert.Equal(1, run.Code);
        Assert.Contains(error, run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder["s.csv"]));
    }

    [Theory]
    [InlineData("Nothing to look at: give --purchases or --events.", "--as-of", "2024-06-30")]
    [InlineData("--from: is after --as-of; give a day up to 2024-06-30.", "--as-of", "2024-06-30", "--from", "2024-07-01", "--events", "e.csv")]
    [InlineData("--every: needs --from.", "--as-of", "2024-06-30", "--every", "month", "--events", "e.csv")]
    [InlineData("--every: 'week' is not month.", "--as-of", "2024-06-30", "--every", "week", "--events", "e.csv")]
    [InlineData("--diagram: 'png' is not mermaid or dot.", "--as-of", "2024-06-30", "--diagram", "png", "--events", "e.csv")]
    public async Task A_wrong_call_says_what_to_give(string error, params string[] options)
    {
        ToolRun run = await ToolRun.Of(["lifecycle", .. options, "--out", "s.csv"]);
        Assert.Equal(2, run.Code);
        Assert.Contains(error, run.Error, StringComparison.Ordinal);
    }
}
