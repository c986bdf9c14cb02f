using CustomerValue.Json;

namespace CustomerValue.Tests.Json;

public sealed class AppraisalModelsJsonTests
{
    [Fact]
    public void Models_come_back_as_they_were()
    {
        string json = Text(Documents.Models());
        AppraisalModels read = Read(json);
        Assert.Equal(Documents.Models().PurchaseModel.Model.Parameters, read.PurchaseModel.Model.Parameters);
        Assert.Equal(Documents.Models().SpendModel!.Model.Parameters, read.SpendModel!.Model.Parameters);
        Assert.Equal(json, Text(read));
    }

    [Fact]
    public void Spend_and_segmentation_may_be_left_out()
    {
        AppraisalModels read = Read(Text(Documents.Models() with { SpendModel = null, Segmentation = null, Choice = null, ThreeValues = null, Kappa = null, Recommender = null }));
        Assert.Null(read.SpendModel);
        Assert.Null(read.Segmentation);
        Assert.Null(read.Choice);
        Assert.Null(read.ThreeValues);
        Assert.Null(read.Kappa);
        Assert.Null(read.Recommender);
    }

    [Theory]
    [InlineData("\"kappa\": 0.1", "\"kappa\": -0.1", "$.kappa: '-0.1' is not a number in [0, 1].")]
    [InlineData("\"ndcg\": [", "\"ndcg\": [2,", "$.recommender.compared[0].ndcg[0]: '2' is not a number in [0, 1].")]
    public void Is_refused(string written, string instead, string problem) =>
        Assert.StartsWith(problem, JsonText.Refusal(() => Read(Text(Documents.Models()).Replace(written, instead, StringComparison.Ordinal)))[0], StringComparison.Ordinal);

    [Fact]
    public void Three_values_of_another_strategy_are_refused()
    {
        string rfm = JsonText.Of(stream => SegmentationJson.Write(stream, Documents.Segmentation()));
        string json = Text(Documents.Models() with { ThreeValues = null });
        string refusal = JsonText.Refusal(() => Read(json.Replace("\"kappa\":", $"\"threeValues\": {rfm}, \"kappa\":", StringComparison.Ordinal)))[0];
        Assert.StartsWith("$.threeValues: ", refusal, StringComparison.Ordinal);
        Assert.EndsWith("is not a segmentation of the strategy three-values.", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Problems_of_all_parts_are_named_at_once()
    {
        const string json = """
            {
              "purchaseModel": {"model":"bg-nbd","unit":"week","parameters":{"r":-1,"alpha":1,"a":1,"b":1}},
              "spendModel": {"model":"bg-nbd"},
              "segmentation": {"strategy":"rfm","thresholds":{"recency":[],"frequency":[1],"monetary":[1]},"codes":"halves","segments":"all"},
              "more": []
            }
            """;
        string[] expected =
        [
            "$.purchaseModel.parameters.r: '-1' is not a finite number > 0.",
            "$.spendModel.model: '\"bg-nbd\"' is not one of the spend models gamma-gamma.",
            "$.segmentation.segments: '\"all\"' is not an array of segments.",
            "$.more: '[]' is not expected here; known fields: version, purchaseModel, spendModel, segmentation, furtherSegmentations, choice, threeValues, kappa, recommender.",
        ];
        Assert.Equal(expected, JsonText.Refusal(() => Read(json)));
    }

    private static string Text(AppraisalModels models) => JsonText.Of(stream => AppraisalModelsJson.Write(stream, models));

    private static AppraisalModels Read(string json) => AppraisalModelsJson.Read(JsonText.Stream(json));
}
