using System.Text.Json.Nodes;
using CustomerValue.Customers;
using CustomerValue.Json;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.ParetoNbdDynamic;

namespace CustomerValue.Tests.Json;

public sealed class DynamicModelJsonTests
{
    private const string ByHand = """{"model":"pareto-nbd-dynamic","unit":"week","parameters":{"life.promo":-0.5,"beta":12,"purchase.season":0.25,"r":0.8,"alpha":8,"purchase.promo":1,"s":0.7}}""";

    [Fact]
    public void A_hand_written_file_is_enough()
    {
        StoredModel<ParetoNbdDynamicModel> stored = Read(ByHand);
        Assert.Equal(TimeUnit.Week, stored.Model.Unit);
        Assert.Equal([new("r", 0.8), new("alpha", 8), new("s", 0.7), new("beta", 12), new("purchase.season", 0.25), new("purchase.promo", 1), new("life.promo", -0.5)], stored.Model.Parameters);
        Assert.Null(stored.Report);
    }

    [Fact]
    public void A_fit_comes_back_bit_by_bit()
    {
        StoredModel<ParetoNbdDynamicModel> stored = Fitted();
        string json = JsonText.Of(stream => DynamicModelJson.Write(stream, stored));
        StoredModel<ParetoNbdDynamicModel> back = Read(json);
        Assert.Equal(stored.Model.Parameters, back.Model.Parameters);
        Assert.Equal(stored.Report!.LikelihoodRatio, back.Report!.LikelihoodRatio);
        Assert.Equal(stored.Report.StandardErrors, back.Report.StandardErrors);
        Assert.Equal(json, JsonText.Of(stream => DynamicModelJson.Write(stream, back)));
    }

    [Theory]
    [InlineData("\"s\":0.7", "\"s\":0", "$.parameters.s: '0' is not a finite number > 0.")]
    [InlineData("\"s\":0.7", "\"s\":1,\"lambda.promo\":1", "$.parameters.lambda.promo: '1' is not expected here")]
    [InlineData("\"s\":0.7", "\"s\":1,\"purchase.\":1", "$.parameters.purchase.: '1' is not expected here")]
    [InlineData("\"s\":0.7", "\"s\":1,\"life.promo\":2", "$.parameters.life.promo: '2' is given twice; keep one.")]
    [InlineData(",\"s\":0.7", "", "$.parameters.s: is missing")]
    [InlineData("pareto-nbd-dynamic", "pareto-nbd", "$.model: '\"pareto-nbd\"' is not one of pareto-nbd-dynamic.")]
    [InlineData("\"unit\":\"week\",", "", "$.unit: is missing")]
    [InlineData("{\"model", "{\"version\":2,\"model", "$.version")]
    [InlineData("\"unit\"", "\"likelihoodRatio\":{\"statistic\":-1,\"degreesOfFreedom\":0,\"pValue\":2},\"unit\"", "$.likelihoodRatio.statistic")]
    [InlineData("\"life.promo\":-0.5", "\"life.promo\":1e999", "$.parameters.life.promo")]
    public void What_is_wrong_is_named_with_its_path(string part, string instead, string problem) =>
        Assert.Contains(JsonText.Refusal(() => Read(ByHand.Replace(part, instead, StringComparison.Ordinal))), line => line.Contains(problem, StringComparison.Ordinal));

    [Fact]
    public void The_schema_knows_the_fields_that_are_written_and_requires_what_the_reader_needs()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CustomerValue.Core.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run within a checkout.");
        JsonNode schema = JsonNode.Parse(File.ReadAllText(Path.Combine(folder.FullName, "docs/schemas/dynamic-model.schema.json")))!;
        JsonObject written = JsonNode.Parse(JsonText.Of(stream => DynamicModelJson.Write(stream, Fitted())))!.AsObject();
        Assert.Equal(schema["properties"]!.AsObject().Select(field => field.Key).Order(), written.Select(field => field.Key).Append("reason").Order());
        string[] required = schema["required"]!.AsArray().Select(name => name!.ToString()).ToArray();
        foreach (string field in written.Select(field => field.Key).ToArray())
        {
            JsonNode without = written.DeepClone();
            without.AsObject().Remove(field);
            bool isRead = Record.Exception(() => Read(without.ToJsonString())) is null;
            Assert.True(isRead != required.Contains(field), field);
        }
    }

    private static StoredModel<ParetoNbdDynamicModel> Fitted()
    {
        ParetoNbdDynamicModel model = new(0.1 + 0.2, 8, 1 / 3d, 12, [new("season", -0.1), new("a b", 5e-324)], [new("season", 0)], TimeUnit.Day);
        FitReport report = new()
        {
            Model = model.Name,
            Parameters = model.Parameters,
            Customers = 600,
            DistinctHistories = 598,
            LogLikelihood = -1234.5,
            GradientNorm = 1e-12,
            Converged = true,
            Iterations = 8,
            Evaluations = 9,
            StandardErrors = [1, 2, 3, 4, 5, 6, 7],
            Covariance = Enumerable.Range(0, 7).Select(i => Enumerable.Range(0, 7).Select(j => i == j ? (i + 1.0) * (i + 1) : 0).ToArray()).ToArray(),
            LikelihoodRatio = new LikelihoodRatioTest(12.5, 3),
        };
        return new() { Model = model, Report = report, Seconds = 0.25 };
    }

    private static StoredModel<ParetoNbdDynamicModel> Read(string json)
    {
        using Stream stream = JsonText.Stream(json);
        return DynamicModelJson.Read(stream);
    }
}
