using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CustomerValue.Tests.Json;

/// <summary>As much of JSON Schema 2020-12 as the schemas of the project use; a word it doesn't know is an error, so that none is passed over.</summary>
internal static class JsonSchema
{
    /// <summary>What a document breaks, each with its path; nothing where it is valid. References lead to other places of the same schema.</summary>
    public static IEnumerable<string> Problems(JsonNode? value, JsonNode schema, string path = "$") => schema.AsObject().SelectMany(rule => Of(rule.Key, rule.Value!, value, schema, path));

    private static IEnumerable<string> Of(string word, JsonNode rule, JsonNode? value, JsonNode schema, string path)
    {
        JsonObject? fields = value as JsonObject;
        bool isNumber = value?.GetValueKind() == JsonValueKind.Number;
        return word switch
        {
            "$schema" or "$id" or "$defs" or "title" or "description" => [],
            "type" => Unless(IsOfType(value, rule.GetValue<string>()), $"{path} is no {rule}"),
            "const" => Unless(JsonNode.DeepEquals(value, rule), $"{path} is not {rule}"),
            "enum" => Unless(rule.AsArray().Any(one => JsonNode.DeepEquals(value, one)), $"{path} is none of {rule.ToJsonString()}"),
            "minimum" => Unless(!isNumber || value!.GetValue<double>() >= rule.GetValue<double>(), $"{path} is below {rule}"),
            "maximum" => Unless(!isNumber || value!.GetValue<double>() <= rule.GetValue<double>(), $"{path} is above {rule}"),
            "exclusiveMinimum" => Unless(!isNumber || value!.GetValue<double>() > rule.GetValue<double>(), $"{path} is not above {rule}"),
            "maxLength" => Unless(value?.GetValueKind() != JsonValueKind.String || value.ToString().Length <= rule.GetValue<int>(), $"{path} is longer than {rule}"),
            "minLength" => Unless(value?.GetValueKind() != JsonValueKind.String || value.ToString().Length >= rule.GetValue<int>(), $"{path} is shorter than {rule}"),
            "pattern" => Unless(value?.GetValueKind() != JsonValueKind.String || Regex.IsMatch(value.ToString(), rule.ToString()), $"{path} does not match {rule}"),
            "maxItems" => Unless(value is not JsonArray many || many.Count <= rule.GetValue<int>(), $"{path} has more than {rule}"),
            "items" => value is JsonArray items ? items.SelectMany((item, i) => Problems(item, rule, $"{path}[{i}]")) : [],
            "minProperties" => Unless(fields is null || fields.Count >= rule.GetValue<int>(), $"{path} has fewer fields than {rule}"),
            "maxProperties" => Unless(fields is null || fields.Count <= rule.GetValue<int>(), $"{path} has more fields than {rule}"),
            "required" => fields is null ? [] : rule.AsArray().Select(name => name!.ToString()).Where(name => !fields.ContainsKey(name)).Select(name => $"{path}.{name} is missing"),
            "properties" => fields is null ? [] : fields.Where(field => rule[field.Key] is not null).SelectMany(field => Problems(field.Value, rule[field.Key]!, $"{path}.{field.Key}")),
            "additionalProperties" => fields is null ? [] : fields.Where(field => schema["properties"]?[field.Key] is null).SelectMany(field => Other(field, rule, path)),
            "anyOf" => Unless(rule.AsArray().Any(part => !Problems(value, part!, path).Any()), $"{path} is none of the forms that are allowed"),
            "allOf" => rule.AsArray().SelectMany(part => Problems(value, part!, path)),
            "if" => Problems(value, rule, path).Any() ? [] : Problems(value, schema["then"]!, path),
            "then" => [],
            "$ref" when Regex.Match(rule.ToString(), "^#/\\$defs/(.*)$") is { Success: true } place => Problems(value, schema.Root["$defs"]![place.Groups[1].Value]!, path),
            _ => throw new NotSupportedException($"'{word}: {rule}' is not checked here yet."),
        };
    }

    private static IEnumerable<string> Other(KeyValuePair<string, JsonNode?> field, JsonNode rule, string path) =>
        rule is JsonObject ? Problems(field.Value, rule, $"{path}.{field.Key}") : Unless(rule.GetValue<bool>(), $"{path}.{field.Key} is not known");

    private static bool IsOfType(JsonNode? value, string type) => value?.GetValueKind() switch
    {
        JsonValueKind.Object => type == "object",
        JsonValueKind.Array => type == "array",
        JsonValueKind.String => type == "string",
        JsonValueKind.True or JsonValueKind.False => type == "boolean",
        null or JsonValueKind.Null => type == "null",
        JsonValueKind.Number => type == "number" || (type == "integer" && double.IsInteger(value.GetValue<double>())),
        _ => false,
    };

    private static string[] Unless(bool holds, string problem) => holds ? [] : [problem];
}
