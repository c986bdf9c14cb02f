using System.Text.Json;
using CustomerValue.Tests;

namespace CustomerValue.Tool.Tests;

public class FitTests
{
    [SkippableTheory]
    [InlineData("pareto-nbd", -9594.973929827, 1e-6, "s", 0.606213569, 0.187280)]
    [InlineData("bg-nbd", -9582.425560567, 1e-6, "r", 0.242592907, 0.012557)]
    [InlineData("mbg-nbd", -9582.132684900, 1e-6, "alpha", 6.18299202, 0.695598)]
    [InlineData("gamma-gamma", -4055.923243503, 1e-6, "q", 3.744588453, 0.290166)]
    public async Task Cdnow_has_the_published_optimum(string model, double logLikelihood, double tolerance, string parameter, double value, double standardError)
    {
        using TemporaryFolder folder = new();
        string summary = Cdnow.Published(folder);

        ToolRun run = await ToolRun.Of(["fit", model, "--summary", summary, "--out", folder["m.json"], "--json"]);

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.Code);
        JsonElement json = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(
            ["model", .. model == "gamma-gamma" ? (string[])[] : ["unit"], "customers", "distinct", "parameters", "standardErrors", "logLikelihood", "converged", "iterations", "evaluations", "seconds", "warnings"],
            json.EnumerateObject().Select(property => property.Name));
        Assert.Equal(model, json.GetProperty("model").GetString());
        Assert.Equal(logLikelihood, json.GetProperty("logLikelihood").GetDouble(), tolerance);
        Assert.Equal(value, json.GetProperty("parameters").GetProperty(parameter).GetDouble(), value * 1e-5);
        Assert.Equal(standardError, json.GetProperty("standardErrors").GetProperty(parameter).GetDouble(), 1e-5);
        Assert.True(json.GetProperty("converged").GetBoolean());
        Assert.Equal(model == "gamma-gamma" ? 946 : 2357, json.GetProperty("customers").GetDouble());
        Assert.True(File.Exists(folder["m.json"]));
    }

    [SkippableFact]
    public async Task Donors_by_patterns_with_their_numbers_have_the_published_optimum_and_are_scored()
    {
        using TemporaryFolder folder = new();
        string donors = SharedData.Path("data/donations/donations.csv");

        ToolRun fit = await ToolRun.Of(["fit", "bg-bb", "--summary", donors, "--weights", "weights", "--unit", "year", "--out", folder["m.json"], "--json"]);
        ToolRun score = await ToolRun.Of(["score", "--model", folder["m.json"], "--summary", donors, "--horizon", "5", "--out", folder["s.csv"], "--json"]);

        Assert.True(fit.Code + score.Code == 0, fit.Error + score.Error);
        JsonElement json = JsonDocument.Parse(fit.Output).RootElement;
        Assert.Equal(-33225.581274347, json.GetProperty("logLikelihood").GetDouble(), 1e-6);
        Assert.Equal(11104, json.GetProperty("customers").GetDouble());
        Assert.Equal(22, json.GetProperty("distinct").GetInt32());
        foreach ((string name, double value) in new[] { ("alpha", 1.203522352), ("beta", 0.749716358), ("gamma", 0.656718208), ("delta", 2.783442233) })
            Assert.Equal(value, json.GetProperty("parameters").GetProperty(name).GetDouble(), 1e-8);
        string[] lines = File.ReadAllLines(folder["s.csv"]);
        Assert.Equal("loglik,alive,expected_purchases,median_purchases,low_purchases,high_purchases,dert", lines[0]);
        Assert.Equal(23, lines.Length);
        Assert.Equal(0.0728633, double.Parse(lines[1].Split(',')[2], System.Globalization.CultureInfo.InvariantCulture), 1e-6);
        Assert.Equal(0.1147527, double.Parse(lines[1].Split(',')[6], System.Globalization.CultureInfo.InvariantCulture), 1e-6);
    }

    [Fact]
    public async Task Every_purchase_is_fitted_where_the_summary_has_their_logs_and_the_model_file_is_gamma_gamma()
    {
        using TemporaryFolder folder = new();
        string summary = folder.Write("s.csv", "frequency,recency,age,spend,log_spend\n2,30,38,25,6.39\n1,2,38,40,3.6889\n0,0,38,0,0\n4,29,38,12,9.8\n3,10,35,60,12.1\n2,8,30,18,5.74\n");

        ToolRun run = await ToolRun.Of(["fit", "gamma-gamma-each", "--summary", summary, "--penalizer", "0.001", "--out", folder["m.json"], "--json"]);

        Assert.Equal("", run.Error);
        Assert.Equal(5, JsonDocument.Parse(run.Output).RootElement.GetProperty("customers").GetDouble());
        Assert.Equal("gamma-gamma", JsonDocument.Parse(File.ReadAllText(folder["m.json"])).RootElement.GetProperty("model").GetString());
    }

    [SkippableTheory]
    [InlineData("", -9582.13572, 1)]
    [InlineData("--regularity 2", -9853.253129, 2)]
    public async Task Regular_buyers_of_cdnow_from_purchases_to_scores(string options, double logLikelihood, double k)
    {
        using TemporaryFolder folder = new();
        await ToolRun.Of(["summarize", "--purchases", Cdnow.Sample, "--customer", "sample_id", "--date", "date", "--unit", "week", "--calibration-end", "1997-09-30", "--details", "--out", folder["s.csv"]]);

        ToolRun run = await ToolRun.Of(["fit", "mbg-cnbd-k", "--summary", folder["s.csv"], "--out", folder["m.json"], "--json", .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        Assert.Equal("", run.Error);
        JsonElement json = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(logLikelihood, json.GetProperty("logLikelihood").GetDouble(), 1e-5);
        Assert.Equal(k, json.GetProperty("parameters").GetProperty("k").GetDouble());
        Assert.Equal(0, json.GetProperty("standardErrors").GetProperty("k").GetDouble());
        Assert.Equal(0, json.GetProperty("warnings").GetArrayLength());
        ToolRun score = await ToolRun.Of(["score", "--model", folder["m.json"], "--summary", folder["s.csv"], "--horizon", "39", "--discount-rate", "0.1", "--out", folder["scores.csv"]]);
        Assert.Equal("", score.Error);
        Assert.Equal(2358, File.ReadAllLines(folder["scores.csv"]).Length);
    }

    [Fact]
    public async Task A_weight_of_3_equals_three_rows()
    {
        using TemporaryFolder folder = new();
        const string rows = "2,30,38\n1,2,38\n0,0,38\n7,29,38\n0,0,30\n3,10,35\n";
        string repeated = folder.Write("repeated.csv", "frequency,recency,age\n" + rows + "1,2,38\n1,2,38\n");
        string weighted = folder.Write("weighted.csv", "frequency,recency,age,count\n" + string.Concat(rows.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(row => $"{row},{(row == "1,2,38" ? 3 : 1)}\n")));

        ToolRun one = await ToolRun.Of(["fit", "mbg-nbd", "--summary", repeated, "--penalizer", "0.01", "--out", folder["m.json"], "--json"]);
        ToolRun other = await ToolRun.Of(["fit", "mbg-nbd", "--summary", weighted, "--weights", "count", "--penalizer", "0.01", "--out", folder["m.json"], "--json"]);

        Assert.True(one.Code + other.Code == 0, one.Error + other.Error);
        JsonElement expected = JsonDocument.Parse(one.Output).RootElement, actual = JsonDocument.Parse(other.Output).RootElement;
        Assert.Equal(8, actual.GetProperty("customers").GetDouble());
        Assert.Equal(expected.GetProperty("parameters").GetProperty("r").GetDouble(), actual.GetProperty("parameters").GetProperty("r").GetDouble(), 1e-9);
    }

    [SkippableFact]
    public async Task People_get_a_table()
    {
        using TemporaryFolder folder = new();

        ToolRun run = await ToolRun.Of(["fit", "bg-nbd", "--summary", Cdnow.Published(folder), "--out", folder["m.json"]]);

        Assert.Equal(0, run.Code);
        Assert.Contains("-9582.4256", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fit_without_an_optimum_is_refused_with_its_reason_and_leaves_no_file()
    {
        using TemporaryFolder folder = new();
        string summary = folder.Write("s.csv", "customer,frequency,recency,age,spend\na,0,0,10,0\nb,0,0,20,0\nc,0,0,30,0\n");

        ToolRun run = await ToolRun.Of(["fit", "bg-nbd", "--summary", summary, "--out", folder["m.json"], "--json"]);

        Assert.Equal(1, run.Code);
        JsonElement json = JsonDocument.Parse(run.Output).RootElement;
        Assert.False(json.GetProperty("converged").GetBoolean());
        string reason = json.GetProperty("reason").GetString()!;
        Assert.Equal("bg-nbd: no model was fitted: " + reason, Assert.Single(run.ErrorLines));
        Assert.Equal(["s.csv"], folder.Names);
    }

    [Theory]
    [InlineData("nowhere.csv", "m.json", "nowhere.csv: doesn't exist")]
    [InlineData("s.csv", "nowhere/m.json", "nowhere/m.json: its folder doesn't exist")]
    [InlineData("s.csv", ".", "is a folder")]
    public async Task A_path_that_leads_nowhere_is_named_in_one_line(string summary, string target, string message)
    {
        using TemporaryFolder folder = new();
        folder.Write("s.csv", "customer,frequency,recency,age\na,1,5,10\n");

        ToolRun run = await ToolRun.Of(["fit", "bg-nbd", "--summary", folder[summary], "--out", folder[target]]);

        Assert.Equal(1, run.Code);
        Assert.Contains(message, Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(["s.csv"], folder.Names);
    }
}
