using System.Data.Common;
using System.Text.RegularExpressions;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Tests.Chaos;
using CustomerValue.Tests.Loyalty.Scenarios;
using CustomerValue.Tests.Readme;

namespace CustomerValue.Tests.Stores;

/// <summary>T9: every CHECK, foreign key and trigger that the schema has is shown to fire; one that is new is red until it is.</summary>
public sealed partial class GuardListTests
{
    private const string Entry = "INSERT INTO {p}entry (member, sequence, kind, key, occurred_at, effective_at, recorded_at, postings, hash, content) SELECT ";
    private const string Lot = "INSERT INTO {p}lot (member, lot, wallet, granted, remaining, earned_at, activates_at) VALUES ";

    private const string StageRun = "INSERT INTO {p}stage_run (number, key, lifecycle, version, as_of, recorded_at, definition, payload, customers, changed) SELECT 9, 'x', lifecycle, version, as_of, recorded_at, ";
    private const string Stage = "INSERT INTO {p}stage (customer, run, line, day, stage, transition, english, chinese) VALUES ";

    /// <summary>What breaks a guard, and what the database says; by the guard as the schema has it.</summary>
    private static readonly Dictionary<string, (string Sql, string Says)> OfBoth = new(StringComparer.Ordinal)
    {
        ["member CHECK (sequence >= 1)"] = ("INSERT INTO {p}member (number, id, sequence) VALUES (2, 'n', 0)", "check"),
        ["entry REFERENCES {p}member (number)"] = (Entry + "9, 1, kind, key, 0, 0, 0, 0, hash, content FROM {p}entry WHERE sequence = 1", "foreign key"),
        ["entry CHECK (sequence >= 1)"] = (Entry + "1, 0, kind, key, 0, 0, 0, 0, hash, content FROM {p}entry WHERE sequence = 1", "check"),
        ["entry CHECK (postings >= 0)"] = (Entry + "1, 9, kind, key, 0, 0, 0, -1, hash, content FROM {p}entry WHERE sequence = 1", "check"),
        ["entry CHECK (length(hash) = 32)"] = (Entry + "1, 9, kind, key, 0, 0, 0, 0, substr(hash, 1, 31), content FROM {p}entry WHERE sequence = 1", "check"),
        ["posting REFERENCES {p}entry (member, sequence)"] = ("INSERT INTO {p}posting VALUES (1, 99, 0, 'Available', 1, 5)", "foreign key"),
        ["lot REFERENCES {p}member (number)"] = (Lot + "(9, 1, 'PTS', 1, 1, 0, 0)", "foreign key"),
        ["lot CHECK (remaining >= 0 AND remaining <= granted)"] = (Lot + "(1, 9, 'PTS', 1, 2, 0, 0)", "check"),
        ["lot CHECK (announced IN (0, 1))"] = ("UPDATE {p}lot SET announced = 2", "check"),
        ["profile REFERENCES {p}member (number)"] = ("INSERT INTO {p}profile SELECT 9, hash, content FROM {p}entry WHERE sequence = 1", "foreign key"),
        ["snapshot REFERENCES {p}member (number)"] = ("INSERT INTO {p}snapshot SELECT 9, 1, content FROM {p}entry WHERE sequence = 1", "foreign key"),
        ["message REFERENCES {p}member (number)"] = ("INSERT INTO {p}message (kind, member, sequence, at, units, lot) VALUES ('PointsEarned', 9, 1, 0, 1, 1)", "foreign key"),
        ["reader CHECK (place >= 0)"] = ("INSERT INTO {p}reader VALUES ('r', -1)", "check"),
        ["standing REFERENCES {p}member (number)"] = ("INSERT INTO {p}standing VALUES (9, 'base', NULL)", "foreign key"),
        ["stage_run CHECK (length(definition) = 64)"] = (StageRun + "'x', payload, customers, changed FROM {p}stage_run", "check"),
        ["stage_run CHECK (length(payload) = 64)"] = (StageRun + "definition, 'x', customers, changed FROM {p}stage_run", "check"),
        ["stage REFERENCES {p}stage_customer (number)"] = (Stage + "(999, 9, 0, 0, 'new', 'L2', '', '')", "foreign key"),
        ["stage REFERENCES {p}stage_run (number)"] = (Stage + "(1, 9, 0, 0, 'new', 'L2', '', '')", "foreign key"),
        ["stage CHECK (line >= 0)"] = (Stage + "(1, 9, -1, 0, 'new', 'L2', '', '')", "check"),
        ["stage CHECK (stage IS NOT NULL OR transition IS NULL)"] = (Stage + "(1, 9, 0, 0, NULL, 'L2', '', '')", "check"),
        ["TRIGGER stage_late"] = (Stage + "(1, 1, 99, 0, 'new', 'L2', '', '')", "never replaced"),
        ["TRIGGER stage_customer_update"] = ("UPDATE {p}stage_customer SET id = 'x' WHERE number = 1", "never changed"),
        ["TRIGGER stage_customer_delete"] = ("DELETE FROM {p}stage_customer", "never"),
        ["TRIGGER entry_balanced"] = (Entry + "1, 9, kind, key, 0, 0, 0, 2, hash, content FROM {p}entry WHERE sequence = 1", "add up to 0"),
        ["TRIGGER posting_late"] = ("INSERT INTO {p}posting VALUES (1, 1, 9, 'Available', 1, 5)", "before their entry"),
    };

    private static readonly Dictionary<string, (string Sql, string Says)> OfSqlite = new(OfBoth, StringComparer.Ordinal)
    {
        // The trigger looks first.
        ["entry CHECK (postings >= 0)"] = (Entry + "1, 9, kind, key, 0, 0, 0, -1, hash, content FROM {p}entry WHERE sequence = 1", "add up to 0"),
        ["TRIGGER entry_once"] = ("INSERT OR REPLACE INTO {p}entry SELECT * FROM {p}entry", "never replaced"),
        ["TRIGGER entry_update"] = ("UPDATE {p}entry SET kind = 'Earn'", "never changed"),
        ["TRIGGER entry_delete"] = ("DELETE FROM {p}entry", "never deleted"),
        ["TRIGGER stage_update"] = ("UPDATE {p}stage SET day = 0", "never changed"),
        ["TRIGGER stage_delete"] = ("DELETE FROM {p}stage", "never deleted"),
        ["TRIGGER stage_run_once"] = ("INSERT OR REPLACE INTO {p}stage_run SELECT * FROM {p}stage_run", "never replaced"),
        ["TRIGGER stage_run_update"] = ("UPDATE {p}stage_run SET recorded_at = 0", "never changed"),
        ["TRIGGER stage_run_delete"] = ("DELETE FROM {p}stage_run", "never deleted"),
        ["TRIGGER stage_customer_once"] = ("INSERT OR REPLACE INTO {p}stage_customer VALUES (1, 'x')", "never replaced"),
        ["TRIGGER posting_update"] = ("UPDATE {p}posting SET units = units + 1", "never changed"),
        ["TRIGGER posting_delete"] = ("DELETE FROM {p}posting", "never deleted"),
    };

    private static readonly Dictionary<string, (string Sql, string Says)> OfPostgreSql = new(OfBoth, StringComparer.Ordinal)
    {
        ["TRIGGER entry_never"] = ("UPDATE {p}entry SET kind = 'Earn'", "never changed"),
        ["TRIGGER entry_truncate"] = ("TRUNCATE {p}entry CASCADE", "never changed"),
        ["TRIGGER posting_never"] = ("DELETE FROM {p}posting", "never changed"),
        ["TRIGGER stage_never"] = ("DELETE FROM {p}stage", "never changed"),
        ["TRIGGER stage_truncate"] = ("TRUNCATE {p}stage", "never changed"),
        ["TRIGGER stage_run_never"] = ("UPDATE {p}stage_run SET recorded_at = 0", "never changed"),
        ["TRIGGER stage_run_truncate"] = ("TRUNCATE {p}stage_run CASCADE", "never changed"),
        ["TRIGGER stage_customer_truncate"] = ("TRUNCATE {p}stage_customer CASCADE", "never changed"),
        ["TRIGGER posting_truncate"] = ("TRUNCATE {p}posting", "never changed"),
    };

    [SkippableTheory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public void Every_guard_of_the_schema_fires(StoreKind kind)
    {
        Dictionary<string, (string Sql, string Says)> guards = kind == StoreKind.Sqlite ? OfSqlite : OfPostgreSql;
        string folder = kind == StoreKind.Sqlite ? "sqlite" : "postgresql";
        Assert.Equal(InSchema(Pages.Read($"src/CustomerValue.Storage/Schema/{folder}/0001.sql")), guards.Keys.Order(StringComparer.Ordinal));

        using TestStore store = TestStore.Of(kind);
        LoyaltyLedger ledger = LoyaltyLedger.Open(new(CompiledProgram.Load(Club.Reference)), store.Open());
        ledger.Handle(new OrderPaid { Key = "k", Member = new("m"), OccurredAt = Club.At("2026-01-02"), Order = new() { Id = "o", Lines = [Club.Line("1", 10)] } });
        Assert.Equal("written", StageWork.Record(store.Open(), "night", 1));
        foreach ((string guard, (string sql, string says)) in guards)
        {
            DbException error = Assert.ThrowsAny<DbException>(() => store.Run(sql));
            Assert.True(error.Message.Contains(says, StringComparison.OrdinalIgnoreCase), $"{guard}: {error.Message}");
        }

        Assert.Null(ledger.Verify());
    }

    /// <summary>The guards that a schema has: those of a table after the table's name.</summary>
    private static IEnumerable<string> InSchema(string sql)
    {
        List<string> guards = [.. Triggers().Matches(sql).Select(match => "TRIGGER " + match.Groups[1].Value)];
        foreach (Match table in Tables().Matches(sql))
            guards.AddRange(Guards().Matches(table.Groups[2].Value).Select(match => table.Groups[1].Value + " " + match.Value));
        return guards.Order(StringComparer.Ordinal);
    }

    [GeneratedRegex(@"CREATE TRIGGER (?:\{p\})?(\w+)")]
    private static partial Regex Triggers();

    [GeneratedRegex(@"CREATE TABLE \{p\}(\w+) \((.*?)\n\)", RegexOptions.Singleline)]
    private static partial Regex Tables();

    [GeneratedRegex(@"CHECK \((?:[^()]|\([^()]*\))*\)|REFERENCES \{p\}\w+ \([^)]*\)")]
    private static partial Regex Guards();
}
