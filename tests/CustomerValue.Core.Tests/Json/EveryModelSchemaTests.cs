using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CustomerValue.Json;
using CustomerValue.Tests.Readme;
using CustomerValue.Validation;

namespace CustomerValue.Tests.Json;

/// <summary>Every kind of model that can be read is in the schema of models, with its parameters, and what is written of it is valid.</summary>
public sealed class EveryModelSchemaTests
{
    public static TheoryData<string, string> Names
    {
        get
        {
            TheoryData<string, string> names = [];
            foreach (string kind in Readers.Keys)
            {
                foreach (string model in Known(kind))
                    names.Add(kind, model);
            }

            return names;
        }
    }

    private static readonly Dictionary<string, Func<Stream, Action<Stream>>> Readers = new()
    {
        ["purchases"] = file => Writes(ModelJson.ReadPurchaseModel(file), ModelJson.Write),
        ["spend"] = file => Writes(ModelJson.ReadSpendModel(file), ModelJson.Write),
        ["contracts"] = file => Writes(ModelJson.ReadContractModel(file), ModelJson.Write),
    };

    [Fact]
    public void The_schema_names_the_models_that_are_read() =>
        Assert.Equal(Readers.Keys.SelectMany(Known).Order(), Schema["properties"]!["model"]!["enum"]!.AsArray().Select(name => name!.ToString()).Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_is_made_from_its_parameters_and_what_is_written_is_valid(string kind, string model)
    {
        JsonNode written = Written(kind, model);
        Assert.Empty(JsonSchema.Problems(written, Schema));
        Assert.Equal(Parameters(model).Select(parameter => parameter.Key), written["parameters"]!.AsObject().Select(parameter => parameter.Key));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_the_schema_refuses_of_the_parameters_is_refused(string kind, string model)
    {
        foreach (string name in Parameters(model).Select(parameter => parameter.Key))
        {
            JsonNode missing = Written(kind, model);
            missing["parameters"]!.AsObject().Remove(name);
            Assert.NotEmpty(JsonSchema.Problems(missing, Schema));
            Assert.Throws<DataRejectedException>(() => Readers[kind](JsonText.Stream(missing.ToJsonString())));

            JsonNode negative = Written(kind, model);
            negative["parameters"]![name] = -0.125;
            bool allowed = !JsonSchema.Problems(negative, Schema).Any();
            Assert.True(Record.Exception(() => Readers[kind](JsonText.Stream(negative.ToJsonString()))) is null == allowed, name);
        }
    }

    private static JsonNode Schema { get; } = JsonNode.Parse(Pages.Read("docs/schemas/model.schema.json"))!;

    /// <summary>The names that a refusal lists as known.</summary>
    private static string[] Known(string kind)
    {
        string refusal = JsonText.Refusal(() => Readers[kind](JsonText.Stream("""{"model":"none","unit":"week","parameters":{}}""")))[0];
        return Regex.Match(refusal, @"is not one of (?:the (?:purchase models|spend models|models of contracts) )?(.*)\.$").Groups[1].Value.Split(", ");
    }

    /// <summary>What the schema says of a model's parameters.</summary>
    private static JsonObject Parameters(string model) =>
        Schema["allOf"]!.AsArray().Single(part => part!["if"]!["properties"]!["model"]!["const"]!.ToString() == model)!["then"]!["properties"]!["parameters"]!["properties"]!.AsObject();

    /// <summary>A model with parameters of 2 where they are above 0 and of 0.25 where they may have any sign, read and written.</summary>
    private static JsonNode Written(string kind, string model)
    {
        JsonObject parameters = [.. Parameters(model).Select(parameter => KeyValuePair.Create<string, JsonNode?>(parameter.Key, parameter.Value!.AsObject().Any(rule => rule.Key is "minimum" or "exclusiveMinimum") ? 2 : 0.25))];
        JsonObject byHand = new() { ["model"] = model, ["parameters"] = parameters };
        if (kind != "spend")
            byHand["unit"] = "week";
        return JsonNode.Parse(JsonText.Of(Readers[kind](JsonText.Stream(byHand.ToJsonString()))))!;
    }

    private static Action<Stream> Writes<T>(T stored, Action<Stream, T> write) => file => write(file, stored);
}
