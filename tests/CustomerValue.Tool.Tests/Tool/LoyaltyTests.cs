using System.Text.Json;

namespace CustomerValue.Tool.Tests;

/// <summary>loyalty check, explain, compare, and what all four refuse.</summary>
public sealed class LoyaltyTests : IDisposable
{
    private const string Club = """
        {"formatVersion":1,"program":"club","version":"1","timeZone":"Asia/Shanghai",
         "wallets":[{"id":"PTS","expiry":{"type":"rolling","period":"P12M"},"liabilityUnitValue":"0.01 CNY"}],
         "groups":[{"id":"doubles","mode":"bestForMember"}],
         "caps":[{"id":"day","wallet":"PTS","per":["member","localDay"],"limit":"50"}],
         "tiers":{"levels":[{"id":"base","from":"0"},{"id":"gold","from":"5000"}]},
         "rules":[
          {"id":"base","on":"order.paid","then":[{"earn":{"rate":{"points":"1","per":"3.00 CNY"},"qualifying":true}}]},
          {"id":"birthday","on":"order.paid","priority":10,"group":"doubles","when":{"isBirthday":{}},"then":[{"bonus":{"factor":"2","of":"base"}}]},
          {"id":"weekend","on":"order.paid","priority":10,"group":"doubles","window":{"weekdays":["saturday","sunday"]},"then":[{"bonus":{"factor":"2","of":"base"}}]},
          {"id":"gold-only","on":"order.paid","priority":20,"when":{"tier":{"in":["gold"]}},"then":[{"earn":{"points":"7"}}]},
          {"id":"gift","on":"order.paid","priority":30,"cap":"day","then":[{"earn":{"points":"30"}}]},
          {"id":"welcome","on":"member.joined","once":"member","then":[{"earn":{"points":"100"}}],"examples":[{"given":{"joined":"2026-03-01T09:00:00+08:00"},"expect":{"PTS":"100"}}]}]}
        """;

    private const string Order = """{"type":"order.paid","key":"k1","member":"m1","occurredAt":"2026-01-10T12:00:00+08:00","order":{"id":"O1","lines":[{"id":"1","amount":"100.00 CNY"}]}}""";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_programme_that_can_be_loaded_says_so_with_its_hash()
    {
        ToolRun run = await ToolRun.Of(["loyalty", "check", "--program", folder.Write("p.json", Club), "--json"]);
        Assert.Equal(("", 0), (run.Error, run.Code));
        JsonElement json = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(("club", true, 6, 1, 64), (json.GetProperty("program").GetString(), json.GetProperty("loads").GetBoolean(), json.GetProperty("rules").GetInt32(), json.GetProperty("examples").GetInt32(), json.GetProperty("hash").GetString()!.Length));
        Assert.All(json.GetProperty("findings").EnumerateArray(), finding => Assert.Equal("warning", finding.GetProperty("severity").GetString()));
    }

    [Fact]
    public async Task An_example_that_fails_is_a_finding_with_its_rule_and_the_programme_is_refused()
    {
        string file = folder.Write("p.json", Club.Replace("\"PTS\":\"100\"", "\"PTS\":\"90\"", StringComparison.Ordinal));
        ToolRun run = await ToolRun.Of(["loyalty", "check", "--program", file, "--json"]);
        Assert.Equal(1, run.Code);
        JsonElement json = JsonDocument.Parse(run.Output).RootElement;
        JsonElement error = Assert.Single(json.GetProperty("findings").EnumerateArray(), finding => finding.GetProperty("severity").GetString() == "error");
        Assert.Equal(("welcome", "ExampleFailed", "$.rules[5].examples[0]"), (error.GetProperty("rule").GetString(), error.GetProperty("code").GetString(), error.GetProperty("path").GetString()));
        ToolRun replay = await ToolRun.Of(["loyalty", "replay", "--program", file, "--events", folder.Write("e.jsonl", Order)]);
        Assert.Equal(1, replay.Code);
        Assert.Contains("$.rules[5].examples[0]: ExampleFailed", replay.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_rule_is_explained()
    {
        string member = folder.Write("m.json", """{"member":"m1","joined":"2025-01-01","birthday":"1990-01-10","tier":"base","used":{"day":40}}""");
        string[] call = ["loyalty", "explain", "--program", folder.Write("p.json", Club), "--event", folder.Write("o.json", Order), "--member", member];
        ToolRun run = await ToolRun.Of([.. call, "--json"]);
        Assert.Equal(("", 0), (run.Error, run.Code));
        JsonElement json = JsonDocument.Parse(run.Output).RootElement;
        Dictionary<string, JsonElement> rules = json.GetProperty("rules").EnumerateArray().ToDictionary(rule => rule.GetProperty("rule").GetString()!);
        Assert.Equal("fired fired lostTo notFired trimmed notFired", string.Join(' ', new[] { "base", "birthday", "weekend", "gold-only", "gift", "welcome" }.Select(rule => rules[rule].GetProperty("outcome").GetString())));
        // 33 for 100/3, 33 for the birthday, 10 of 30 under the cap.
        Assert.Equal(76, json.GetProperty("points").GetProperty("PTS").GetInt32());
        Assert.Equal(("100/3", "floor orderRule", 33), (Award(rules["base"]).GetProperty("exact").GetString(), Award(rules["base"]).GetProperty("rounding").GetString(), Award(rules["base"]).GetProperty("granted").GetInt32()));
        Assert.Equal(("birthday", "id"), (rules["weekend"].GetProperty("lostTo").GetString(), rules["weekend"].GetProperty("reason").GetString()));
        Assert.Equal(("day", 10), (rules["gift"].GetProperty("cuts")[0].GetProperty("cap").GetString(), rules["gift"].GetProperty("cuts")[0].GetProperty("left").GetInt32()));
        Assert.Contains("base", rules["gold-only"].GetProperty("actual").GetString(), StringComparison.Ordinal);

        ToolRun chinese = await ToolRun.Of([.. call, "--lang", "zh-CN"]);
        Assert.Equal(0, chinese.Code);
        Assert.Contains("未触发", chinese.Output, StringComparison.Ordinal);
        Assert.Contains("让位于 birthday", chinese.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_programmes_are_compared_by_segment_and_value_band()
    {
        string events = folder.Write("e.jsonl", """
            {"type":"member.joined","key":"j1","member":"m1","occurredAt":"2026-01-01T12:00:00+08:00","segments":{"rfm":"champions"}}
            {"type":"member.joined","key":"j2","member":"m2","occurredAt":"2026-01-01T12:00:00+08:00","segments":{"rfm":"lost"}}
            """ + "\n" + Order);
        string[] call = ["loyalty", "compare", "--program", folder.Write("a.json", Club), "--program", folder.Write("b.json", Club.Replace("\"points\":\"30\"", "\"points\":\"45\"", StringComparison.Ordinal)), "--events", events];
        ToolRun run = await ToolRun.Of([.. call, "--json"]);
        Assert.Equal(("", 0), (run.Error, run.Code));
        JsonElement json = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal((2, 1, 0), (json.GetProperty("members").GetInt32(), json.GetProperty("winners").GetInt32(), json.GetProperty("losers").GetInt32()));
        Assert.Equal(15, json.GetProperty("after").GetProperty("issued").GetInt32() - json.GetProperty("before").GetProperty("issued").GetInt32());
        Assert.Equal(["champions 1 0.15 CNY", "lost 0 0 CNY"], json.GetProperty("segments").GetProperty("rfm").EnumerateArray().Select(label => $"{label.GetProperty("label").GetString()} {label.GetProperty("winners").GetInt32()} {label.GetProperty("gain").GetString()}".Replace("0.00", "0", StringComparison.Ordinal)));
        Assert.Equal(["1", "3"], json.GetProperty("valueBands").EnumerateArray().Select(band => band.GetProperty("label").GetString()));
        Assert.Contains("2 members: 1 win, 0 lose", (await ToolRun.Of(call)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_read_tables()
    {
        ToolRun run = await ToolRun.Of(["loyalty", "replay", "--program", folder.Write("p.json", Club), "--events", folder.Write("e.jsonl", Order)]);
        Assert.Equal(("", 0), (run.Error, run.Code));
        Assert.Contains("1 events, 0 refused", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_is_written_beside_the_answer_and_changes_nothing_of_it()
    {
        string[] call = ["loyalty", "replay", "--program", folder.Write("p.json", Club), "--events", folder.Write("e.jsonl", Order), "--json"];
        ToolRun plain = await ToolRun.Of(call), paged = await ToolRun.Of([.. call, "--out", folder["club.html"], "--lang", "zh-CN"]);
        Assert.Equal((plain.Output, "", 0), (paged.Output, paged.Error, paged.Code));
        Assert.Contains("忠诚度计划 club", await File.ReadAllTextAsync(folder["club.html"]), StringComparison.Ordinal);
        ToolRun wrong = await ToolRun.Of([.. call, "--out", folder["club.pdf"]]);
        Assert.Equal(("", 2), (wrong.Output, wrong.Code));
        Assert.Contains("give a name that ends with .html", wrong.Error, StringComparison.Ordinal);
        Assert.Equal(["club.html", "e.jsonl", "p.json"], folder.Names);
    }

    [Theory]
    [InlineData("{\"type\":\"order.paid\"", "line 2")]
    [InlineData("""{"type":"points.redeem","key":"k2","member":"m1","occurredAt":"yesterday","points":1,"source":"s"}""", "line 2, $.occurredAt")]
    [InlineData("""{"type":"points.redeem","key":"k2","member":"m1","occurredAt":"2026-01-11T12:00:00+08:00","points":1,"source":"s","wolf":1}""", "line 2, $.wolf")]
    [InlineData("""{"type":"review.written","key":"k2","member":"m1","occurredAt":"2026-01-11T12:00:00+08:00"}""", "line 2, $.type")]
    public async Task A_line_that_cannot_be_read_is_named(string line, string error)
    {
        ToolRun run = await ToolRun.Of(["loyalty", "replay", "--program", folder.Write("p.json", Club), "--events", folder.Write("e.jsonl", Order + "\n" + line + "\n"), "--json"]);
        Assert.Equal(("", 1), (run.Output, run.Code));
        Assert.Contains(error, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"points.redeem","key":"k2","member":"m1","occurredAt":"2026-01-11T12:00:00+08:00","wallet":"GOLD","points":1,"source":"s"}""", "UnknownWallet")]
    [InlineData("""{"type":"points.earn","key":"k2","member":"m1","occurredAt":"2026-01-11T12:00:00+08:00","points":9999999999999999999}""", "PointsOverflow")]
    [InlineData("""{"type":"points.redeem","key":"k2","member":"m1","occurredAt":"2026-01-11T12:00:00+08:00","points":1000,"source":"s"}""", "InsufficientPoints")]
    [InlineData("""{"type":"order.refunded","key":"k2","member":"m1","occurredAt":"2026-01-09T12:00:00+08:00","order":"O2"}""", "UnknownOrder")]
    [InlineData("""{"type":"redemption.cancel","key":"k2","member":"m1","occurredAt":"2026-01-09T12:00:00+08:00","source":"later"}""", "UnknownRedemption")]
    [InlineData("""{"type":"hold.capture","key":"k2","member":"m1","occurredAt":"2026-01-09T12:00:00+08:00","hold":"later"}""", "UnknownHold")]
    public async Task A_refused_event_fails_no_run_and_posts_nothing(string line, string error)
    {
        string program = folder.Write("p.json", Club);
        ToolRun before = await ToolRun.Of(["loyalty", "replay", "--program", program, "--events", folder.Write("e.jsonl", Order), "--json"]);
        ToolRun after = await ToolRun.Of(["loyalty", "replay", "--program", program, "--events", folder.Write("e.jsonl", Order + "\n" + line), "--json"]);
        Assert.Equal((0, 0), (before.Code, after.Code));
        JsonElement refused = Assert.Single(JsonDocument.Parse(after.Output).RootElement.GetProperty("rejected").EnumerateArray());
        Assert.Equal((2, error), (refused.GetProperty("line").GetInt32(), refused.GetProperty("error").GetString()));
        Assert.Equal(JsonDocument.Parse(before.Output).RootElement.GetProperty("hash").GetString(), JsonDocument.Parse(after.Output).RootElement.GetProperty("hash").GetString());
    }

    [Fact]
    public async Task Ten_megabytes_of_nesting_are_refused()
    {
        string deep = string.Concat(Enumerable.Repeat("{\"all\":[", 1_250_000));
        ToolRun program = await ToolRun.Of(["loyalty", "check", "--program", folder.Write("deep.json", deep)]);
        Assert.Equal(1, program.Code);
        Assert.Single(program.ErrorLines);
        ToolRun events = await ToolRun.Of(["loyalty", "replay", "--program", folder.Write("p.json", Club), "--events", folder.Write("e.jsonl", deep)]);
        Assert.Equal(1, events.Code);
        Assert.Contains("line 1", Assert.Single(events.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("loyalty replay --program p --events e --store sqlite:", "--store: 'sqlite:' is no store; give memory, sqlite:FILE or postgres:CONNECTION.")]
    [InlineData("loyalty verify --program p --store memory", "--store: 'memory' is no store; give sqlite:FILE or postgres:CONNECTION.")]
    [InlineData("loyalty replay --program p --events e --store paper", "--store: 'paper' is no store; give memory, sqlite:FILE or postgres:CONNECTION.")]
    [InlineData("loyalty replay --program p --events e --as-of yesterday", "--as-of: 'yesterday' is not an instant with its offset")]
    [InlineData("loyalty compare --program p --events e", "--program: compare takes two programmes; 1 given.")]
    [InlineData("loyalty replay --events e", "--program")]
    public async Task A_wrong_call_says_what_to_give(string call, string error)
    {
        ToolRun run = await ToolRun.Of(call);
        Assert.Equal(2, run.Code);
        Assert.Contains(error, run.Error, StringComparison.Ordinal);
        Assert.Contains("See customer-value loyalty ", run.Error, StringComparison.Ordinal);
    }

    private static JsonElement Award(JsonElement rule) => Assert.Single(rule.GetProperty("awards").EnumerateArray());
}
