using System.Text.Json;

namespace CustomerValue.Tool.Tests;

public class EvaluateTests
{
    [SkippableFact]
    public async Task Cdnow_holdout_errors_are_the_references_to_3_digits()
    {
        using TemporaryFolder folder = new();

        ToolRun run = await ToolRun.Of(["evaluate", "bg-nbd", "mbg-nbd", "--summary", await Cdnow.Summarize(folder), "--json"]);

        Assert.Equal("", run.Error);
        JsonElement json = JsonDocument.Parse(run.Output).RootElement;
        JsonElement[] models = [.. json.GetProperty("models").EnumerateArray()];
        Assert.Equal(["bg-nbd", "mbg-nbd"], models.Select(model => model.GetProperty("model").GetString()));
        Assert.Equal(0.7855, models[0].GetProperty("mae").GetDouble(), 1e-3);
        Assert.Equal(0.7648, models[1].GetProperty("mae").GetDouble(), 1e-3);
        Assert.Equal(1.0237, json.GetProperty("naive").GetProperty("mae").GetDouble(), 1e-3);
        Assert.Equal(1882, json.GetProperty("totalActual").GetInt32());
        Assert.Equal(39, json.GetProperty("holdoutLength").GetDouble());
        Assert.All(models, model => Assert.True(model.GetProperty("medianMae").GetDouble() < model.GetProperty("mae").GetDouble()));
    }

    [SkippableFact]
    public async Task All_models_of_purchases_are_compared_in_one_call_and_who_has_no_optimum_says_why()
    {
        using TemporaryFolder folder = new();

        ToolRun run = await ToolRun.Of(["evaluate", "nbd", "pareto-nbd", "pareto-nbd-correlated", "bg-nbd", "mbg-nbd", "bg-cnbd-k", "mbg-cnbd-k", "ggom-nbd", "--summary", await Cdnow.Summarize(folder), "--json"]);

        Assert.Equal(0, run.Code);
        Assert.Equal("", run.Error);
        JsonElement json = JsonDocument.Parse(run.Output).RootElement;
        Dictionary<string, JsonElement> models = json.GetProperty("models").EnumerateArray().ToDictionary(model => model.GetProperty("model").GetString()!);
        Assert.Equal(8, models.Count);
        // As published, rounded to four digits.
        foreach ((string name, double mae) in new[] { ("pareto-nbd", 0.7545), ("mbg-nbd", 0.7648), ("bg-nbd", 0.7855), ("mbg-cnbd-k", 0.7648) })
            Assert.InRange(models[name].GetProperty("mae").GetDouble(), 0.7, mae + 5e-5);
        Assert.False(models["ggom-nbd"].GetProperty("converged").GetBoolean());
        Assert.Contains("this is Pareto/NBD", models["ggom-nbd"].GetRawText(), StringComparison.Ordinal);
        Assert.All(models.Values.Where(model => model.GetProperty("model").GetString() != "ggom-nbd"), model => Assert.True(model.GetProperty("converged").GetBoolean()));
        Assert.Equal("mbg-nbd", json.GetProperty("recommendation").GetProperty("model").GetString());
    }

    [SkippableFact]
    public async Task People_get_the_models_and_the_naive_benchmark_in_one_table()
    {
        using TemporaryFolder folder = new();

        ToolRun run = await ToolRun.Of(["evaluate", "bg-nbd", "--summary", await Cdnow.Summarize(folder)]);

        Assert.Contains("bg-nbd", run.Output, StringComparison.Ordinal);
        Assert.Contains("naive", run.Output, StringComparison.Ordinal);
        Assert.Contains("1.0237", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_summary_without_a_holdout_is_refused()
    {
        using TemporaryFolder folder = new();
        string summary = folder.Write("s.csv", "customer,frequency,recency,age,spend\na,2,30.43,38.86,22.35\n");

        ToolRun run = await ToolRun.Of(["evaluate", "bg-nbd", "--summary", summary]);

        Assert.Equal(1, run.Code);
        Assert.Contains("holdout", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_recommendation_with_its_reason_and_deciles_stand_beside_the_figures()
    {
        using TemporaryFolder folder = new();

        ToolRun run = await ToolRun.Of(["evaluate", "bg-nbd", "mbg-nbd", "--summary", await Cdnow.Summarize(folder), "--json"]);

        JsonElement json = JsonDocument.Parse(run.Output).RootElement;
        JsonElement recommendation = json.GetProperty("recommendation");
        Assert.Equal("mbg-nbd", recommendation.GetProperty("model").GetString());
        Assert.Contains("kept", recommendation.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.False(recommendation.GetProperty("comparisons")[0].GetProperty("clearlyBetter").GetBoolean());
        JsonElement mbg = json.GetProperty("models")[1];
        Assert.Equal(2357, mbg.GetProperty("deciles").EnumerateArray().Sum(decile => decile.GetProperty("customers").GetInt32()));
        Assert.Equal(-0.9821, mbg.GetProperty("logScore").GetDouble(), 1e-3);
        Assert.True(mbg.GetProperty("converged").GetBoolean());
        Assert.False(json.TryGetProperty("origins", out _));
    }

    [SkippableFact]
    public async Task Rolling_origins_are_cut_from_the_purchases()
    {
        ToolRun run = await ToolRun.Of(["evaluate", "mbg-nbd", "--purchases", Cdnow.Sample, "--map", "customer=sample_id", "--origins", "3", "--holdout", "13w", "--json"]);

        Assert.Equal("", run.Error);
        JsonElement json = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(["1997-09-30", "1997-12-30", "1998-03-31"], json.GetProperty("origins").EnumerateArray().Select(origin => origin.GetProperty("calibrationEnd").GetString()));
        Assert.Equal(1882, json.GetProperty("origins").EnumerateArray().Sum(origin => origin.GetProperty("totalActual").GetInt32()));
        JsonElement model = json.GetProperty("models")[0];
        double[] errors = [.. model.GetProperty("origins").EnumerateArray().Select(origin => origin.GetProperty("mae").GetDouble())];
        Assert.Equal(errors.Average(), model.GetProperty("mae").GetDouble(), 1e-12);
        Assert.True(model.GetProperty("spread").GetProperty("mae").GetDouble() > 0);
    }

    [Fact]
    public async Task A_model_without_a_finite_optimum_is_told_and_the_others_go_on_but_none_at_all_is_refused()
    {
        using TemporaryFolder folder = new();
        // Nobody bought again in the calibration: no rate can be told.
        string summary = folder.Write("s.csv", "customer,frequency,recency,age,spend,holdout_frequency,holdout_spend,holdout_length\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"c{i},0,0,{20 + (i % 9)},0,{i % 2},1,13\n")));

        ToolRun run = await ToolRun.Of(["evaluate", "bg-nbd", "mbg-nbd", "--summary", summary]);

        Assert.Equal(1, run.Code);
        Assert.Contains("mbg-nbd", run.Error, StringComparison.Ordinal);
        Assert.Contains("no finite maximum", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("evaluate bg-nbd", "either --summary")]
    [InlineData("evaluate bg-nbd --summary s.csv --origins 3", "--origins: needs --purchases")]
    [InlineData("evaluate bg-nbd --summary s.csv --purchases p.csv", "either --summary")]
    [InlineData("evaluate bg-nbd --purchases p.csv --origins 0", "'0' is not a whole number from 1 to 100")]
    public async Task Wrong_calls_say_what_is_wrong(string line, string words)
    {
        ToolRun run = await ToolRun.Of(line);

        Assert.Equal(2, run.Code);
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
    }
}
