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
}
