using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CustomerValue.Tool.Tests;

/// <summary>The reference programme P0 as JSON, events as lines, and what loyalty replay makes of them. Times are local ones of Shanghai, at noon where only a day is given, or instants that end with Z.</summary>
internal sealed class ReplayedClub : IDisposable
{
    public const string BaseRule = """{"id":"base","on":"order.paid","then":[{"earn":{"rate":{"points":"1","per":"1.00 CNY"},"qualifying":true}}]}""";

    private const string Reference = """
        {"formatVersion":1,"program":"p0","version":"1","timeZone":"Asia/Shanghai",
         "wallets":[{"id":"PTS","scale":0,"expiry":{"type":"rolling","period":"P12M","validThrough":"endOfLocalDay"},"liabilityUnitValue":"0.01 CNY"}],
         "rounding":{"scope":"orderRule","mode":"floor"},"composition":"additiveOnBase",
         "tiers":{"basis":"qualifyingPoints","period":"calendarYear","downgrade":"oneDown",
                  "levels":[{"id":"base","from":"0"},{"id":"silver","from":"2000"},{"id":"gold","from":"5000"}]},
         "rules":[]}
        """;

    private const string Tier = """{"id":"tier","on":"order.paid","priority":10,"then":[{"bonus":{"factorByTier":{"silver":"1.25","gold":"1.5"},"of":"base"}}]}""";
    private const string Refunds = """{"id":"refund","on":"order.refunded","then":[{"reverseEarnOf":{"source":"order","basis":"remainingEligibleAmount","includes":["base","bonus","once"]}},{"restoreRedemptionOf":{"source":"order","basis":"refundedShare"}}]}""";

    private readonly TemporaryFolder folder = new();
    private readonly JsonObject program = JsonNode.Parse(Reference)!.AsObject();
    private readonly List<string> lines = [];
    private int stores;

    public ReplayedClub(string @base = BaseRule) => Rule(@base).Rule(Tier).Rule(Refunds);

    public IReadOnlyList<string> Lines => lines;

    public string Folder(string name) => folder[name];

    public ReplayedClub With(string field, string json)
    {
        program[field] = JsonNode.Parse(json);
        return this;
    }

    public ReplayedClub Rule(string json)
    {
        program["rules"]!.AsArray().Add(JsonNode.Parse(json));
        return this;
    }

    public ReplayedClub Without(params string[] rules)
    {
        JsonArray all = program["rules"]!.AsArray();
        foreach (JsonNode? rule in all.Where(rule => rules.Contains((string)rule!["id"]!)).ToArray())
            all.Remove(rule);
        return this;
    }

    public ReplayedClub Shuffled()
    {
        JsonArray all = program["rules"]!.AsArray();
        JsonNode?[] rules = [.. all];
        all.Clear();
        foreach (JsonNode? rule in rules.Reverse())
            all.Add(rule);
        return this;
    }

    public ReplayedClub Event(string type, string at, string fields = "", string member = "m", string? recorded = null, string? key = null)
    {
        StringBuilder line = new();
        line.Append(CultureInfo.InvariantCulture, $"{{\"type\":\"{type}\",\"key\":\"{key ?? $"k{lines.Count + 1}"}\",\"member\":\"{member}\",\"occurredAt\":\"{Time(at)}\"");
        if (recorded is not null)
            line.Append(CultureInfo.InvariantCulture, $",\"recordedAt\":\"{Time(recorded)}\"");
        lines.Add(line.Append(fields.Length > 0 ? "," : "").Append(fields).Append('}').ToString());
        return this;
    }

    public ReplayedClub Line(string text)
    {
        lines.Add(text);
        return this;
    }

    public ReplayedClub Earn(string at, decimal points, string? through = null, string member = "m", bool qualifying = false, string? recorded = null, string? key = null, string? source = null)
    {
        string expiry = through is null ? "" : through == "never" ? ",\"expiry\":{\"type\":\"never\"}" : $",\"expiry\":{{\"type\":\"fixedDate\",\"date\":\"{through}\"}}";
        string document = source is null ? "" : $",\"source\":\"{source}\",\"rule\":\"base\"";
        return Event("points.earn", at, $"\"points\":{Number(points)}{(qualifying ? ",\"qualifying\":true" : "")}{expiry}{document}", member, recorded, key);
    }

    public ReplayedClub Order(string at, string id, string amounts, string member = "m", string? category = null, string? recorded = null)
    {
        IEnumerable<string> each = amounts.Split(' ').Select((amount, line) => $"{{\"id\":\"{line + 1}\"{(category is null ? "" : $",\"category\":\"{category}\"")},\"quantity\":1,\"amount\":\"{amount} CNY\"}}");
        return Event("order.paid", at, $"\"order\":{{\"id\":\"{id}\",\"channel\":\"web\",\"lines\":[{string.Join(',', each)}]}}", member, recorded);
    }

    public ReplayedClub Refund(string at, string id, string share = "1", string member = "m") => Event("order.refunded", at, $"\"order\":\"{id}\",\"share\":\"{share}\"", member);

    public ReplayedClub Redeem(string at, decimal points, string source = "gift", string member = "m", string? recorded = null, string? key = null) =>
        Event("points.redeem", at, $"\"points\":{Number(points)},\"source\":\"{source}\"", member, recorded, key);

    /// <summary>The document, checked for conservation of every wallet, and that a ledger in SQLite says the same to the letter.</summary>
    public async Task<JsonElement> Replay(string? asOf = null, params string[] further)
    {
        string events = folder.Write("events.jsonl", string.Join('\n', lines));
        string file = folder.Write("program.json", program.ToJsonString());
        ToolRun run = await ToolRun.Of(["loyalty", "replay", "--program", file, "--events", events, "--json", .. asOf is null ? Array.Empty<string>() : ["--as-of", Time(asOf)], .. further]);
        Assert.True(run is { Error: "", Code: 0 }, run.Error);
        if (further.Length == 0)
        {
            string store = "sqlite:" + folder[$"{++stores}.db"];
            ToolRun kept = await ToolRun.Of(["loyalty", "replay", "--program", file, "--events", events, "--json", "--store", store, .. asOf is null ? Array.Empty<string>() : ["--as-of", Time(asOf)]]);
            Assert.Equal((run.Output, "", 0), (kept.Output, kept.Error, kept.Code));
        }

        JsonElement json = JsonDocument.Parse(run.Output).RootElement;
        foreach (JsonProperty wallet in json.GetProperty("totals").EnumerateObject())
        {
            decimal Of(string name) => wallet.Value.GetProperty(name).GetDecimal();
            Assert.Equal(Of("issued"), Of("pending") + Of("available") + Of("held") + Of("redeemed") + Of("expired") + Of("reversed") + Of("adjusted") - Of("debt") - Of("writtenOff"));
        }

        return json;
    }

    /// <summary>Available, pending, held and debt, as the scenarios write them.</summary>
    public async Task<string> State(string asOf, string member = "m", string wallet = "PTS")
    {
        JsonElement balance = (await Replay(asOf)).GetProperty("members").GetProperty(member).GetProperty("wallets").GetProperty(wallet);
        return string.Join(" / ", new[] { "available", "pending", "held", "debt" }.Select(name => balance.GetProperty(name).GetRawText()));
    }

    public async Task<decimal> Available(string asOf, string member = "m") =>
        (await Replay(asOf)).GetProperty("members").GetProperty(member).GetProperty("wallets").GetProperty("PTS").GetProperty("available").GetDecimal();

    /// <summary>The tier and why.</summary>
    public async Task<string> TierAt(string asOf, string member = "m")
    {
        JsonElement found = (await Replay(asOf)).GetProperty("members").GetProperty(member);
        return $"{found.GetProperty("tier").GetString()} {found.GetProperty("tierReason").GetString()}";
    }

    public async Task<decimal> Total(string name, string asOf) => (await Replay(asOf)).GetProperty("totals").GetProperty("PTS").GetProperty(name).GetDecimal();

    /// <summary>The refusals as line and error.</summary>
    public async Task<string[]> Rejected() =>
        [.. (await Replay()).GetProperty("rejected").EnumerateArray().Select(each => $"{each.GetProperty("line").GetInt32()} {each.GetProperty("error").GetString()}")];

    public static string Time(string at) => at.EndsWith('Z') ? at : at.Length == 10 ? at + "T12:00:00+08:00" : at.Replace(' ', 'T') + ":00+08:00";

    public void Dispose() => folder.Dispose();

    private static string Number(decimal points) => points.ToString(CultureInfo.InvariantCulture);
}
