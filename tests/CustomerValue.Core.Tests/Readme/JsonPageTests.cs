using System.Text.Json.Nodes;
using CustomerValue.Json;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Tests.Json;

namespace CustomerValue.Tests.Readme;

/// <summary>What docs/json.md shows as written by hand is read.</summary>
public sealed class JsonPageTests
{
    [Fact]
    public void The_models_by_hand_are_read()
    {
        foreach (string block in Pages.Blocks("docs/json.md", "json"))
        {
            JsonNode document = JsonNode.Parse(block)!;
            if (document["model"] is null)
                continue;
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

    [Fact]
    public void The_loyalty_programme_and_its_event_are_read()
    {
        string[] blocks = [.. Pages.Blocks("docs/json.md", "json").Where(block => JsonNode.Parse(block)!["model"] is null)];
        using Stream program = JsonText.Stream(blocks[0]);
        using Stream happened = JsonText.Stream(blocks[1]);
        Assert.Equal(2, blocks.Length);
        Assert.Equal("O1", Assert.IsType<OrderPaid>(LoyaltyEventJson.Read(happened, CompiledProgram.Load(LoyaltyProgramJson.Read(program)).Program)).Order.Id);
    }
}
