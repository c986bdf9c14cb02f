using System.Globalization;
using System.Text.Json;
using CustomerValue.Tests;

namespace CustomerValue.Tool.Tests;

public class InfluenceTests
{
    private const string Edges = "from,to,p\n0,1,0.5\n0,2,0.5\n1,3,0.5\n2,3,0.5\n3,4,0.8\n1,2,0.2\n";
    private const string Values = "customer,value\n0,0\n1,40\n2,30\n3,20\n4,100\n";
    private const string Referrals = "referrer,referee\nA,B\nB,C\nC,D\nA,E\n";
    private const string Margins = "customer,margin\nA,500\nB,200\nC,100\nD,80\nE,50\n";

    [Fact]
    public async Task Expected_influence_has_its_standard_error_bounds_and_ambassadors()
    {
        using TemporaryFolder folder = new();
        ToolRun run = await ToolRun.Of(["influence", "--edges", folder.Write("e.csv", Edges), "--probabilities", "p", "--values", folder.Write("v.csv", Values), "--sets", "400000", "--top", "2", "--seed", "7", "--causal-share", "0.5", "--out", folder["i.csv"], "--json"]);

        Assert.Equal(("", 0), (run.Error, run.Code));
        string[][] rows = [.. File.ReadAllLines(folder["i.csv"]).Select(line => line.Split(','))];
        Assert.Equal(["customer", "influence", "standard_error", "influence_if_none_caused", "influence_if_all_caused", "value", "ambassador"], rows[0]);
        (double influence, double error, double all) = (Number(rows[1][1]), Number(rows[1][2]), Number(rows[1][4]));
        Assert.InRange(all, 81.5 - (8 * error), 81.5 + (8 * error));
        Assert.Equal(all / 2, influence, 1e-12);
        Assert.Equal(["0", "0", ""], [rows[1][3], rows[1][5], rows[1][6] == "1" ? "" : rows[1][6]]);
        JsonElement json = JsonDocument.Parse(run.Output).RootElement, top = json.GetProperty("top");
        Assert.Equal((5, 6, 0.5), (json.GetProperty("customers").GetInt32(), json.GetProperty("edges").GetInt32(), json.GetProperty("causalShare").GetDouble()));
        Assert.Equal(2, top.GetProperty("customers").GetArrayLength());
        Assert.True(top.GetProperty("lower").GetDouble() <= top.GetProperty("spread").GetDouble() && top.GetProperty("spread").GetDouble() <= top.GetProperty("upper").GetDouble());
        Assert.Equal(top.GetProperty("lower").GetDouble() / top.GetProperty("upper").GetDouble(), top.GetProperty("approximation").GetDouble(), 1e-12);

        ToolRun again = await ToolRun.Of(["influence", "--edges", folder["e.csv"], "--probabilities", "p", "--values", folder["v.csv"], "--sets", "400000", "--top", "2", "--seed", "7", "--causal-share", "0.5", "--out", folder["again.csv"]]);
        Assert.Equal(File.ReadAllText(folder["i.csv"]), File.ReadAllText(folder["again.csv"]));
        Assert.Contains("expected influence", again.Output, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_graph_of_a_collection_is_taken_as_it_is()
    {
        using TemporaryFolder folder = new();
        ToolRun run = await ToolRun.Of(["influence", "--edges", SharedData.Path("data/graphs/wiki-vote.txt.gz"), "--sets", "100000", "--out", folder["i.csv"], "--json"]);

        Assert.Equal(("", 0), (run.Error, run.Code));
        Assert.Equal(7116, File.ReadAllLines(folder["i.csv"]).Length);
        JsonElement json = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(("weighted-cascade", 103_689), (json.GetProperty("probabilities").GetString(), json.GetProperty("edges").GetInt32()));
    }

    [Fact]
    public async Task Established_influence_is_conserved()
    {
        using TemporaryFolder folder = new();
        ToolRun run = await ToolRun.Of(["influence", "--referrals", folder.Write("r.csv", Referrals), "--margins", folder.Write("m.csv", Margins), "--decay", "0.5", "--causal-share", "0.4", "--out", folder["i.csv"], "--json"]);

        Assert.Equal(("", 0), (run.Error, run.Code));
        string[] lines = File.ReadAllLines(folder["i.csv"]);
        Assert.Equal("customer,influence,influence_if_none_caused,influence_if_all_caused,credit,saved_acquisition_cost,rewards_paid,referred,referrer", lines[0]);
        Assert.Equal([117.9047619047619, 35.80952380952381, 18.285714285714285, 0, 0], lines.Skip(1).Select(line => Number(line.Split(',')[1])), (left, right) => Math.Abs(left - right) < 1e-6);
        JsonElement totals = JsonDocument.Parse(run.Output).RootElement.GetProperty("totals");
        Assert.Equal((430m, 172m, 172m), (totals.GetProperty("referredMargin").GetDecimal(), totals.GetProperty("credit").GetDecimal(), totals.GetProperty("influence").GetDecimal()));
        Assert.Contains("172", (await ToolRun.Of(["influence", "--referrals", folder["r.csv"], "--margins", folder["m.csv"], "--out", folder["i.csv"]])).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_lose_weight_with_age_and_end_with_the_window()
    {
        using TemporaryFolder folder = new();
        string referrals = folder.Write("r.csv", "referrer,referee,date\nA,B,2024-01-01\nB,C,2024-01-11\n");
        string margins = folder.Write("m.csv", "customer,date,margin\nA,2024-01-01,0\nB,2024-01-01,0\nC,2024-01-21,90\n");
        ToolRun run = await ToolRun.Of(["influence", "--referrals", referrals, "--margins", margins, "--decay", "1", "--causal-share", "1", "--half-life", "10", "--window", "30", "--out", folder["i.csv"]]);
        Assert.Equal(("", 0), (run.Error, run.Code));
        Assert.Equal([30, 60, 0], File.ReadAllLines(folder["i.csv"]).Skip(1).Select(line => Number(line.Split(',')[1])));

        ToolRun undated = await ToolRun.Of(["influence", "--referrals", folder.Write("r2.csv", Referrals), "--margins", margins, "--half-life", "10", "--out", folder["x.csv"]]);
        Assert.Equal(1, undated.Code);
        Assert.Contains("r2.csv, date: is in no column", undated.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("referrer,referee\nA,B\nB,A\n", "r.csv, row 3, referee: 'A' is in a cycle")]
    [InlineData("referrer,referee\nA,A\n", "r.csv, row 2, referee: 'A' refers itself")]
    [InlineData("referrer,referee\nA,B\nC,B\n", "r.csv, row 3, referee: 'B' was brought in row 2 already")]
    [InlineData("referrer,referee\nA,Z\n", "r.csv, row 2, referee: 'Z' is not among the customers")]
    [InlineData("referrer,referee,type_one_probability\nA,B,1.2\n", "r.csv, row 2, type-one probability: '1.2' is not in [0, 1]")]
    [InlineData("referrer,referee,reward\nA,B,-3\n", "r.csv, row 2, reward: '-3' is not in [0, 10^12]")]
    public async Task Referrals_that_are_no_forest_are_one_clear_error(string referrals, string message)
    {
        using TemporaryFolder folder = new();
        await AssertRefused(folder, message, "influence", "--referrals", folder.Write("r.csv", referrals), "--margins", folder.Write("m.csv", Margins), "--out", folder["i.csv"], "--json");
    }

    [Theory]
    [InlineData("from,to,p\n0,1,0.5\n1,2,1.5\n", "e.csv, row 3, probability: '1.5' is no probability")]
    [InlineData("from,to,p\n0,1,-0.5\n", "e.csv, row 2, probability: '-0.5' is no probability")]
    [InlineData("from,to,p\n0,9,0.5\n", "e.csv, row 2, to: '9' is not among the customers")]
    public async Task Edges_that_are_none_are_one_clear_error(string edges, string message)
    {
        using TemporaryFolder folder = new();
        await AssertRefused(folder, message, "influence", "--edges", folder.Write("e.csv", edges), "--probabilities", "p", "--values", folder.Write("v.csv", Values), "--out", folder["i.csv"], "--json");
    }

    [Theory]
    [InlineData("influence --out i.csv", "Nothing to count")]
    [InlineData("influence --edges e.csv --referrals r.csv --margins m.csv --out i.csv", "--edges")]
    [InlineData("influence --referrals r.csv --out i.csv", "--margins")]
    [InlineData("influence --edges e.csv --margins m.csv --out i.csv", "--margins: has no meaning with --edges")]
    [InlineData("influence --referrals r.csv --margins m.csv --top 5 --out i.csv", "--top: has no meaning with --referrals")]
    [InlineData("influence --edges e.csv --top 0 --out i.csv", "'0'")]
    [InlineData("influence --edges e.csv --sets many --out i.csv", "'many'")]
    [InlineData("influence --edges e.csv --causal-share 1.5 --out i.csv", "'1.5'")]
    [InlineData("influence --referrals r.csv --margins m.csv --decay 2 --out i.csv", "'2'")]
    [InlineData("influence --edges e.csv", "--out")]
    public async Task A_wrong_call_reads_nothing(string line, string says)
    {
        ToolRun run = await ToolRun.Of(line);
        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains(says, run.Error, StringComparison.Ordinal);
    }

    private static async Task AssertRefused(TemporaryFolder folder, string message, params string[] call)
    {
        ToolRun run = await ToolRun.Of(call);
        Assert.Equal((1, ""), (run.Code, run.Output));
        Assert.Contains(message, Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.False(File.Exists(folder["i.csv"]));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
