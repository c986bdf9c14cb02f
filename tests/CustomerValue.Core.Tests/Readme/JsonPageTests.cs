using System.Text.Json.Nodes;
using CustomerValue.Json;
using CustomerValue.Tests.Json;

namespace CustomerValue.Tests.Readme;

/// <summary>The models that docs/json.md shows as written by hand are read.</summary>
public sealed class JsonPageTests
{
    [Fact]
    public void The_models_by_hand_are_read()
    {
        foreach (string block in Pages.Blocks("docs/json.md", "json"))
        {
            JsonNode document = JsonNode.Parse(block)!;
            using Stream file = JsonText.Stream(block);
            object model = document["model"]!.ToString() switch
            {
                "pareto-nbd-dynamic" => DynamicModelJson.Read(file),
                "gamma-gamma" => ModelJson.ReadSpendModel(file),
                _ when document["covariates"] is not null => CovariateModelJson.ReadPurchaseModel(file),
                _ => ModelJson.ReadPurchaseModel(file),
            };
            Assert.NotNull(model);
        }
    }
}
