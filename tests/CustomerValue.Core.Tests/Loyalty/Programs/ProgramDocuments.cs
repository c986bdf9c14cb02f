using System.Text.Json.Nodes;
using CustomerValue.Json;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Tests.Json;
using CustomerValue.Tests.Readme;

namespace CustomerValue.Tests.Loyalty.Programs;

/// <summary>Programmes as documents: a small one to change, and one of everything.</summary>
internal static class ProgramDocuments
{
    /// <summary>A small programme without findings but warnings.</summary>
    public const string Small = """
        {
          "formatVersion": 1, "program": "small", "version": "1", "timeZone": "Asia/Shanghai",
          "effective": { "from": "2026-01-01", "to": "2027-01-01" },
          "wallets": [ { "id": "PTS", "expiry": { "type": "rolling", "period": "P12M" }, "liabilityUnitValue": "0.01 CNY" } ],
          "tiers": { "levels": [ { "id": "base", "from": "0" }, { "id": "gold", "from": "1000" } ] },
          "groups": [ { "id": "one", "mode": "exclusive" }, { "id": "sum", "mode": "stack" } ],
          "caps": [ { "id": "daily", "wallet": "PTS", "per": ["member", "localDay"], "limit": "500" } ],
          "categories": [ "coffee/beans", "tea" ],
          "events": [ "app.checkin" ],
          "rules": [
            { "id": "base", "on": "order.paid", "then": [ { "earn": { "rate": { "points": "1", "per": "1.00 CNY" }, "qualifying": true } } ] },
            { "id": "double", "on": "order.paid", "priority": 10, "group": "one", "cap": "daily",
              "window": { "from": "2026-06-01", "to": "2026-06-08" },
              "when": { "all": [ { "tier": { "in": "gold" } }, { "amount": { "ge": "20.00 CNY" } } ] },
              "then": [ { "bonus": { "factor": "2" } } ] },
            { "id": "refund", "on": "order.refunded", "then": [ { "reverseEarnOf": {} }, { "restoreRedemptionOf": {} } ] }
          ],
          "rewards": [ { "id": "cup", "kind": "gift", "price": "800", "value": "5.00 CNY" } ]
        }
        """;

    /// <summary>One of everything that a programme can have.</summary>
    public static string Rich => Pages.Read("tests/CustomerValue.Core.Tests/Loyalty/Programs/rich.json");

    public static LoyaltyProgram Read(string text) => LoyaltyProgramJson.Read(JsonText.Stream(text));

    public static string Write(LoyaltyProgram program) => JsonText.Of(stream => LoyaltyProgramJson.Write(stream, program));

    /// <summary>The small programme with one value changed: steps are separated by '/', '-' appends to an array, and a null takes away.</summary>
    public static string Changed(string path, string? value, string? text = null)
    {
        JsonNode root = JsonNode.Parse(text ?? Small)!;
        string[] steps = path.Split('/');
        JsonNode node = root;
        foreach (string step in steps[..^1])
            node = node is JsonArray items ? items[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]! : node[step] ?? Made(node, step);
        JsonNode? given = value is null ? null : JsonNode.Parse(value);
        if (node is JsonArray array && steps[^1] == "-")
            array.Add(given);
        else if (node is JsonArray list)
            list[int.Parse(steps[^1], System.Globalization.CultureInfo.InvariantCulture)] = given;
        else if (value is null)
            node.AsObject().Remove(steps[^1]);
        else
            node[steps[^1]] = given;
        return root.ToJsonString();
    }

    private static JsonObject Made(JsonNode node, string step)
    {
        JsonObject made = [];
        node[step] = made;
        return made;
    }
}
