using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace CustomerValue.Tool.Tests;

/// <summary>A ledger that is kept between runs: replayed into, checked, exported, damaged.</summary>
public sealed class LoyaltyStoreTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly string program;
    private readonly string events;

    public LoyaltyStoreTests()
    {
        program = folder.Write("p.json", """
            {"formatVersion":1,"program":"p","version":"1","timeZone":"Asia/Shanghai","wallets":[{"id":"PTS","expiry":{"type":"rolling","period":"P12M"}}],
             "rules":[{"id":"base","on":"order.paid","then":[{"earn":{"rate":{"points":"1","per":"1.00 CNY"}}}]}]}
            """);
        events = folder.Write("e.jsonl", """
            {"type":"order.paid","key":"k1","member":"m1","occurredAt":"2026-01-01T10:00:00+08:00","order":{"id":"O1","lines":[{"id":"1","quantity":1,"amount":"60.00 CNY"}]}}
            {"type":"points.redeem","key":"k2","member":"m1","occurredAt":"2026-01-02T10:00:00+08:00","points":20,"source":"gift"}
            {"type":"points.redeem","key":"k3","member":"m2","occurredAt":"2026-01-02T10:00:00+08:00","points":20,"source":"gift"}
            """);
    }

    private string Store => "sqlite:" + folder["club.db"];

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_second_run_of_the_same_events_changes_nothing()
    {
        JsonElement first = JsonDocument.Parse((await Run("replay", "--events", events)).Output).RootElement;
        JsonElement second = JsonDocument.Parse((await Run("replay", "--events", events)).Output).RootElement;
        Assert.Equal((0, 3), (first.GetProperty("replayed").GetInt32(), second.GetProperty("replayed").GetInt32()));
        foreach (string same in (string[])["members", "totals", "entries", "rejected", "hash"])
            Assert.Equal(first.GetProperty(same).GetRawText(), second.GetProperty(same).GetRawText());
    }

    [Theory]
    [InlineData("{\"type\":\"points.redeem\"", "line 4")]
    [InlineData("{\"type\":\"points.redeem\",\"key\":\"k4\",\"member\":\"m1\",\"occurredAt\":\"2026-01-03T10:00:00Z\",\"points\":1e400}", "line 4, $.points")]
    public async Task A_line_that_cannot_be_read_leaves_nothing_of_the_lines_before_it(string line, string error)
    {
        ToolRun run = await ToolRun.Of(["loyalty", "replay", "--program", program, "--store", Store, "--events", folder.Write("wrong.jsonl", await File.ReadAllTextAsync(events) + "\n" + line + "\n"), "--json"]);
        Assert.Equal(("", 1), (run.Output, run.Code));
        Assert.Contains(error, run.Error, StringComparison.Ordinal);
        Assert.Equal(0, JsonDocument.Parse((await Run("replay", "--events", events)).Output).RootElement.GetProperty("replayed").GetInt32());
    }

    [Theory]
    [InlineData("\"version\":\"1\"", "\"version\":\"1\",\"surprise\":1", "$.surprise")]
    [InlineData("1.00 CNY", "1.00", "$.rules[0].then[0].earn.rate.per")]
    [InlineData("{\"rate\"", "{\"wallet\":\"GEMS\",\"rate\"", "$.rules[0].then[0].earn.wallet: UnknownWallet")]
    [InlineData("\"on\":\"order.paid\",", "\"on\":\"order.paid\",\"window\":{\"from\":\"2026-06-18\",\"to\":\"2026-06-18\"},", "$.rules[0].window: EmptyWindow")]
    [InlineData("\"rules\":[", "\"groups\":[{\"id\":\"g\",\"mode\":\"exclusive\",\"excludes\":[\"h\"]},{\"id\":\"h\",\"mode\":\"stack\"}],\"rules\":[{\"id\":\"a\",\"on\":\"order.paid\",\"group\":\"g\",\"when\":{\"amount\":{\"ge\":\"5.00 CNY\"}},\"then\":[{\"earn\":{\"points\":\"1\"}}]},{\"id\":\"b\",\"on\":\"order.paid\",\"group\":\"g\",\"when\":{\"amount\":{\"ge\":\"9.00 CNY\"}},\"then\":[{\"earn\":{\"points\":\"1\"}}]},", "$.rules[1].priority: OverlappingRules")]
    public async Task A_wrong_programme_is_refused_before_a_store_is_made(string old, string changed, string error)
    {
        string wrong = folder.Write("wrong.json", (await File.ReadAllTextAsync(program)).Replace(old, changed, StringComparison.Ordinal));
        ToolRun run = await ToolRun.Of(["loyalty", "replay", "--program", wrong, "--store", Store, "--events", events, "--json"]);
        Assert.Equal(("", 1), (run.Output, run.Code));
        Assert.Contains("wrong.json, " + error, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("club.db", folder.Names);
    }

    [Fact]
    public async Task The_journal_is_exported_as_CSV_and_as_Parquet()
    {
        await Run("replay", "--events", events);
        await Run("export", "--out", folder["j.csv"]);
        string[] lines = File.ReadAllLines(folder["j.csv"]);
        Assert.Equal("member,sequence,kind,key,occurred_at,effective_at,recorded_at,due,wallet,account,lot,points,rule,source,program,hash", lines[0]);
        string[][] rows = [.. lines.Skip(1).Select(line => line.Split(','))];
        Assert.Equal(["Order", "Earn", "Earn", "Redeem", "Redeem"], rows.Select(row => row[2]));
        Assert.Equal(["", "-60", "60", "-20", "20"], rows.Select(row => row[11]));
        Assert.Equal("base", rows[1][12]);

        await Run("export", "--out", folder["j.parquet"]);
        byte[] parquet = File.ReadAllBytes(folder["j.parquet"]);
        Assert.Equal("PAR1"u8.ToArray(), parquet[..4]);
        Assert.Equal("PAR1"u8.ToArray(), parquet[^4..]);
    }

    [Fact]
    public async Task A_damaged_entry_is_named()
    {
        await Run("replay", "--events", events);
        JsonElement whole = JsonDocument.Parse((await Run("verify")).Output).RootElement;
        Assert.Equal((JsonValueKind.Null, 3), (whole.GetProperty("fault").ValueKind, whole.GetProperty("entries").GetInt32()));
        JsonElement one = JsonDocument.Parse((await Run("verify", "--member", "m1")).Output).RootElement;
        Assert.Equal((JsonValueKind.Null, 1, 3), (one.GetProperty("fault").ValueKind, one.GetProperty("members").GetInt32(), one.GetProperty("entries").GetInt32()));
        Assert.Contains("nobody whom the store knows", (await ToolRun.Of(["loyalty", "verify", "--program", program, "--store", Store, "--member", "m2"])).Error);
        using (SqliteConnection connection = new($"Data Source={folder["club.db"]};Pooling=False"))
        {
            connection.Open();
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = "SELECT group_concat('DROP TRIGGER ' || name, ';') FROM sqlite_master WHERE type = 'trigger'";
            command.CommandText = (string)command.ExecuteScalar()! + "; UPDATE loyalty_posting SET units = units + 1 WHERE member = 1 AND sequence = 3 AND units > 0";
            Assert.Equal(1, command.ExecuteNonQuery());
        }

        Assert.Equal(1, (await ToolRun.Of(["loyalty", "verify", "--program", program, "--store", Store, "--member", "m1"])).Code);
        ToolRun damaged = await ToolRun.Of(["loyalty", "verify", "--program", program, "--store", Store, "--json"]);
        JsonElement fault = JsonDocument.Parse(damaged.Output).RootElement.GetProperty("fault");
        Assert.Equal((1, 1, 3), (damaged.Code, fault.GetProperty("member").GetInt32(), fault.GetProperty("sequence").GetInt32()));
        Assert.Contains("restore the last backup that verifies", damaged.Error);
    }

    [Fact]
    public async Task Tables_are_made_once()
    {
        Assert.Equal("""{"found":0,"version":1}""", (await ToolRun.Of(["loyalty", "migrate", "--store", Store, "--json"])).Output.Trim());
        Assert.Equal("""{"found":1,"version":1}""", (await ToolRun.Of(["loyalty", "migrate", "--store", Store, "--json"])).Output.Trim());
    }

    [Fact]
    public async Task What_is_no_store_is_refused_and_says_what_to_do()
    {
        ToolRun missing = await ToolRun.Of(["loyalty", "verify", "--program", program, "--store", Store]);
        Assert.Equal(1, missing.Code);
        Assert.Contains("Migrate", missing.Error);
        ToolRun unreachable = await ToolRun.Of(["loyalty", "replay", "--program", program, "--events", events, "--store", "postgres:Host=127.0.0.1;Port=1;Username=x;Timeout=2"]);
        Assert.Equal((1, ""), (unreachable.Code, unreachable.Output));
        Assert.Contains("127.0.0.1:1", unreachable.Error);
        ToolRun wrong = await ToolRun.Of(["loyalty", "replay", "--program", program, "--events", events, "--store", "postgres:nonsense"]);
        Assert.Equal(2, wrong.Code);
        File.WriteAllText(folder["club.db"], "this is no database, whatever its name says; it is long enough to have a header that is wrong");
        ToolRun text = await ToolRun.Of(["loyalty", "replay", "--program", program, "--events", events, "--store", Store]);
        Assert.Equal((1, ""), (text.Code, text.Output));
        Assert.Contains("not a database", text.Error);
    }

    private async Task<ToolRun> Run(string command, params string[] further)
    {
        ToolRun run = await ToolRun.Of(["loyalty", command, "--program", program, "--store", Store, "--json", .. further]);
        Assert.True(run is { Error: "", Code: 0 }, run.Error);
        return run;
    }
}
