using System.Text.Json;
using CustomerValue.Tests;

namespace CustomerValue.Tool.Tests;

public class SummarizeTests
{
    [SkippableFact]
    public async Task Cdnow_with_a_holdout_equals_lifetimes_to_10_digits()
    {
        using TemporaryFolder folder = new();
        string[] rows = File.ReadAllLines(await Cdnow.Summarize(folder));
        Dictionary<int, string[]> expected = SharedData.Lines("reference/lifetime/rfm_lifetimes_cal_holdout.csv").Skip(1).Select(line => line.Split(',')).ToDictionary(row => int.Parse(row[0]));

        Assert.Equal("customer,frequency,recency,age,spend,holdout_frequency,holdout_spend,holdout_length", rows[0]);
        Assert.Equal(2357, rows.Length - 1);
        foreach (string[] row in rows.Skip(1).Select(line => line.Split(',')))
        {
            string[] peer = expected[int.Parse(row[0])];
            foreach (int column in (int[])[1, 2, 3, 4, 5, 7])
                Assert.Equal(Cdnow.Number(peer[column]), Cdnow.Number(row[column]), 1e-9);
        }
    }

    [SkippableFact]
    public async Task Json_tells_what_was_summed_up()
    {
        using TemporaryFolder folder = new();

        ToolRun run = await ToolRun.Of(["summarize", "--purchases", Cdnow.Sample, "--customer", "sample_id", "--date", "date", "--unit", "day", "--out", folder["s.csv"], "--json"]);

        Assert.Equal(0, run.Code);
        JsonElement json = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(2357, json.GetProperty("customers").GetInt32());
        Assert.Equal(6919, json.GetProperty("rows").GetInt32());
        Assert.Equal(4339, json.GetProperty("repeatPurchases").GetInt32());
        Assert.Equal("day", json.GetProperty("unit").GetString());
        Assert.Equal("1997-01-01", json.GetProperty("window").GetProperty("from").GetString());
        Assert.Equal("1998-06-30", json.GetProperty("window").GetProperty("to").GetString());
        Assert.False(json.GetProperty("spend").GetBoolean());
        Assert.All(File.ReadLines(folder["s.csv"]).Skip(1), line => Assert.EndsWith(",0", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_customer_who_bought_before_from_is_told_of()
    {
        using TemporaryFolder folder = new();
        string purchases = folder.Write("p.csv", "customer,date,amount\na,2024-01-01,5\na,2024-03-01,5\nb,2024-03-02,7\nb,2024-03-16,7\n");

        ToolRun run = await ToolRun.Of(["summarize", "--purchases", purchases, "--customer", "customer", "--date", "date", "--amount", "amount", "--unit", "week", "--from", "2024-02-01", "--out", folder["s.csv"], "--json"]);

        Assert.Equal(0, run.Code);
        Assert.Equal(1, JsonDocument.Parse(run.Output).RootElement.GetProperty("leftTruncatedCustomers").GetInt32());
        Assert.Equal("customer,frequency,recency,age,spend\na,0,0,2.142857142857143,0\nb,1,2,2,7\n", File.ReadAllText(folder["s.csv"]));
    }

    [Fact]
    public async Task Details_are_two_columns_after_spend_for_those_who_ask()
    {
        using TemporaryFolder folder = new();
        string purchases = folder.Write("p.csv", "customer,date,amount\na,2024-01-01,5\na,2024-01-08,1\na,2024-01-22,1\nb,2024-01-01,5\nb,2024-01-22,0\n");

        ToolRun run = await ToolRun.Of(["summarize", "--purchases", purchases, "--customer", "customer", "--date", "date", "--amount", "amount", "--unit", "week", "--details", "--out", folder["s.csv"]]);

        Assert.Equal(0, run.Code);
        Assert.Equal($"customer,frequency,recency,age,spend,log_gaps,log_spend\na,2,3,3,1,{Math.Log(2):R},0\nb,1,3,3,0,{Math.Log(3):R},\n", File.ReadAllText(folder["s.csv"]));
    }

    [Theory]
    [InlineData("--from 2030-01-01", "--from")]
    [InlineData("--calibration-end 2024-03-02", "--calibration-end")]
    [InlineData("--calibration-end 2023-12-31", "purchases")]
    public async Task Dates_that_leave_nothing_are_refused(string options, string named)
    {
        using TemporaryFolder folder = new();
        string purchases = folder.Write("p.csv", "customer,date\na,2024-01-01\nb,2024-03-02\n");

        ToolRun run = await ToolRun.Of(["summarize", "--purchases", purchases, "--customer", "customer", "--date", "date", "--unit", "week", "--out", folder["s.csv"], .. options.Split(' ')]);

        Assert.Equal(1, run.Code);
        Assert.Contains(named, Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(["p.csv"], folder.Names);
    }
}
