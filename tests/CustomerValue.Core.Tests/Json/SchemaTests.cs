using System.Text.Json;
using System.Text.Json.Nodes;
using CustomerValue.Contribution.Credit;
using CustomerValue.Json;
using CustomerValue.Tests.Readme;
using CustomerValue.Validation;

namespace CustomerValue.Tests.Json;

/// <summary>The schemas in docs/schemas say what the reader does: the same fields, the same ones needed, the same kinds of values.</summary>
public sealed class SchemaTests
{
    public static TheoryData<string, string> Written
    {
        get
        {
            TheoryData<string, string> written = Others;
            foreach (string segmentation in SegmentationDocuments.Names)
                written.Add($"segmentation-{segmentation}", "");
            return written;
        }
    }

    private static TheoryData<string, string> Others => new()
    {
        { "model", "purchase" },
        { "model", "spend" },
        { "covariate-model", "purchase" },
        { "covariate-model", "spend" },
        { "model", "posterior" },
        { "model", "contract" },
        { "models", "" },
        { "cards", "" },
        { "credit-scorecard", "" },
    };

    [Theory]
    [MemberData(nameof(Written))]
    public void The_schema_has_the_fields_that_are_written(string schema, string which)
    {
        foreach ((_, JsonObject value, JsonObject rules) in Objects(Document(schema, which), Schema(schema), []))
        {
            IEnumerable<string> properties = rules["properties"]!.AsObject().Select(property => property.Key);
            // Spend knows no time, so that a unit is allowed there but never written.
            // Draws and how they were sampled are of models with a posterior.
            properties = properties.Where(name => which == "posterior" || name is not ("draws" or "sampling") || value["model"] is null);
            Assert.Equal(properties.Where(name => !(which == "spend" || value["model"]?.ToString() == "gamma-gamma") || name != "unit").Order(), value.Select(field => field.Key).Order());
            Assert.False(rules["additionalProperties"]!.GetValue<bool>());
        }
    }

    [Theory]
    [MemberData(nameof(Written))]
    public void The_reader_needs_the_fields_that_the_schema_requires(string schema, string which)
    {
        Assert.True(IsRead(schema, which, Document(schema, which)));
        foreach ((object[] path, JsonObject value, JsonObject rules) in Objects(Document(schema, which), Schema(schema), []))
        {
            string[] required = Required(rules, value);
            foreach (string field in value.Select(field => field.Key))
                Assert.True(IsRead(schema, which, Changed(schema, which, path, it => it.Remove(field))) != required.Contains(field), $"{string.Join(".", path)}.{field} left out");
        }
    }

    [Theory]
    [MemberData(nameof(Written))]
    public void The_reader_refuses_unknown_fields_and_wrong_kinds_everywhere(string schema, string which)
    {
        foreach ((object[] path, JsonObject value, _) in Objects(Document(schema, which), Schema(schema), []))
        {
            Assert.False(IsRead(schema, which, Changed(schema, which, path, it => it["unknown"] = 1)), $"{string.Join(".", path)}.unknown");
            foreach (string field in value.Select(field => field.Key))
                Assert.False(IsRead(schema, which, Changed(schema, which, path, it => it[field] = it[field]?.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? "true" : true)), $"{string.Join(".", path)}.{field} of another kind");
        }
    }

    private static JsonNode Document(string schema, string which) => JsonNode.Parse(JsonText.Of(stream =>
    {
        if (schema.StartsWith("segmentation-", StringComparison.Ordinal))
            SegmentationJson.Write(stream, SegmentationDocuments.Of(schema["segmentation-".Length..]));
        else if (schema == "models")
            AppraisalModelsJson.Write(stream, Documents.Models());
        else if (schema == "cards")
            CardsJson.Write(stream, Documents.Cards(Documents.Buyer()));
        else if (schema == "credit-scorecard")
            CreditScorecardJson.Write(stream, CreditScorecard.Default);
        else if (schema == "covariate-model" && which == "purchase")
            CovariateModelJson.Write(stream, Documents.FittedCovariateModel());
        else if (schema == "covariate-model")
            CovariateModelJson.Write(stream, Documents.FittedCovariateSpendModel());
        else if (which == "posterior")
            ModelJson.Write(stream, Documents.FittedPosteriorModel());
        else if (which == "contract")
            ModelJson.Write(stream, Documents.FittedContractModel());
        else if (which == "purchase")
            ModelJson.Write(stream, Documents.FittedPurchaseModel());
        else
            ModelJson.Write(stream, Documents.FittedSpendModel());
    }))!;

    private static bool IsRead(string schema, string which, JsonNode document)
    {
        using Stream stream = JsonText.Stream(document.ToJsonString());
        try
        {
            object read = schema switch
            {
                _ when schema.StartsWith("segmentation", StringComparison.Ordinal) => SegmentationJson.Read(stream),
                "models" => AppraisalModelsJson.Read(stream),
                "cards" => CardsJson.Read(stream),
                "credit-scorecard" => CreditScorecardJson.Read(stream),
                "covariate-model" when which == "purchase" => CovariateModelJson.ReadPurchaseModel(stream),
                "covariate-model" => CovariateModelJson.ReadSpendModel(stream),
                _ when which == "contract" => ModelJson.ReadContractModel(stream),
                _ when which is "purchase" or "posterior" => ModelJson.ReadPurchaseModel(stream),
                _ => ModelJson.ReadSpendModel(stream),
            };
            return read is not null;
        }
        catch (DataRejectedException)
        {
            return false;
        }
    }

    private static JsonNode Changed(string schema, string which, object[] path, Action<JsonObject> change)
    {
        JsonNode root = Document(schema, which);
        change(path.Aggregate(root, (node, step) => (step is int index ? node[index] : node[(string)step])!).AsObject());
        return root;
    }

    /// <summary>Every object of a document with what its schema says, the parameters of a model included.</summary>
    private static IEnumerable<(object[] Path, JsonObject Value, JsonObject Rules)> Objects(JsonNode? value, JsonNode rules, object[] path)
    {
        rules = Resolve(rules, value);
        if (value is JsonArray array)
        {
            foreach ((object[] Path, JsonObject Value, JsonObject Rules) item in array.SelectMany((item, index) => Objects(item, rules["items"]!, [.. path, index])))
                yield return item;
        }

        if (value is not JsonObject fields || rules["properties"] is null)
            yield break;
        yield return (path, fields, rules.AsObject());
        foreach ((string name, JsonNode? field) in fields)
        {
            JsonNode? byModel = Then(rules.AsObject(), fields).Select(then => then["properties"]?[name]).FirstOrDefault(property => property is not null);
            JsonNode property = byModel ?? rules["properties"]![name] ?? throw new InvalidOperationException($"The schema doesn't know {string.Join(".", path)}.{name}.");
            foreach ((object[] Path, JsonObject Value, JsonObject Rules) item in Objects(field, property, [.. path, name]))
                yield return item;
        }
    }

    private static string[] Required(JsonObject rules, JsonObject value) =>
        Then(rules, value).Prepend(rules).SelectMany(part => part["required"]?.AsArray() ?? [])
            .Concat((rules["dependentRequired"]?.AsObject() ?? []).Where(given => value.ContainsKey(given.Key)).SelectMany(given => given.Value!.AsArray()))
            .Select(name => name!.ToString()).ToArray();

    private static IEnumerable<JsonObject> Then(JsonObject rules, JsonObject value) =>
        (rules["allOf"]?.AsArray() ?? []).Where(part => part!["if"]!["properties"]!["model"]!["const"]!.ToString() == value["model"]?.ToString()).Select(part => part!["then"]!.AsObject());

    /// <summary>What a reference stands for; of several kinds the one that the value's strategy names.</summary>
    private static JsonNode Resolve(JsonNode rules, JsonNode? value)
    {
        if (rules["oneOf"] is JsonArray kinds)
            return kinds.Select(kind => Resolve(kind!, value)).Single(kind => kind["properties"]!["strategy"]!["const"]!.ToString() == value?["strategy"]?.ToString());
        if (rules["$ref"]?.ToString() is not { } reference)
            return rules;
        return reference.StartsWith("#/$defs/", StringComparison.Ordinal)
            ? rules.Root["$defs"]![reference["#/$defs/".Length..]]!
            : Resolve(Schema(reference.Replace(".schema.json", "", StringComparison.Ordinal)), value);
    }

    private static JsonNode Schema(string name) => JsonNode.Parse(Pages.Read($"docs/schemas/{name}.schema.json"))!;
}
