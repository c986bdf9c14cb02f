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
        AppraisalModels read = Read(Text(Documents.Models() with { SpendModel = null, Segmentation = null, Choice = null }));
        Assert.Null(read.SpendModel);
        Assert.Null(read.Segmentation);
        Assert.Null(read.Choice);
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
            "$.more: '[]' is not expected here; known fields: version, purchaseModel, spendModel, segmentation, furtherSegmentations, choice.",
        ];
        Assert.Equal(expected, JsonText.Refusal(() => Read(json)));
    }

    private static string Text(AppraisalModels models) => JsonText.Of(stream => AppraisalModelsJson.Write(stream, models));

    private static AppraisalModels Read(string json) => AppraisalModelsJson.Read(JsonText.Stream(json));
}
