using System.Data.Common;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Loyalty.Stores;
using CustomerValue.Storage;
using CustomerValue.Tests.Loyalty.Scenarios;

namespace CustomerValue.Tests.Stores;

/// <summary>T9 and T17: the database itself refuses to change the journal, and where somebody takes its guards away, the check names the entry.</summary>
public sealed class JournalGuardTests
{
    private static readonly ProgramVersions Programs = new(CompiledProgram.Load(Club.Reference));

    [SkippableTheory]
    [InlineData(StoreKind.Sqlite, "UPDATE {p}entry SET kind = 'Earn'")]
    [InlineData(StoreKind.Sqlite, "DELETE FROM {p}entry")]
    [InlineData(StoreKind.Sqlite, "UPDATE {p}posting SET units = units + 1")]
    [InlineData(StoreKind.Sqlite, "DELETE FROM {p}posting")]
    [InlineData(StoreKind.Sqlite, "INSERT OR REPLACE INTO {p}entry SELECT * FROM {p}entry")]
    [InlineData(StoreKind.Sqlite, "INSERT OR REPLACE INTO {p}posting SELECT * FROM {p}posting")]
    [InlineData(StoreKind.PostgreSql, "UPDATE {p}entry SET kind = 'Earn'")]
    [InlineData(StoreKind.PostgreSql, "DELETE FROM {p}entry")]
    [InlineData(StoreKind.PostgreSql, "TRUNCATE {p}entry CASCADE")]
    [InlineData(StoreKind.PostgreSql, "UPDATE {p}posting SET units = units + 1")]
    [InlineData(StoreKind.PostgreSql, "DELETE FROM {p}posting")]
    [InlineData(StoreKind.PostgreSql, "TRUNCATE {p}posting")]
    public void The_journal_is_never_changed(StoreKind kind, string sql)
    {
        using TestStore store = Filled(kind);
        DbException error = Assert.ThrowsAny<DbException>(() => store.Run(sql));
        Assert.Contains("never", error.Message, StringComparison.Ordinal);
        Assert.Null(LoyaltyLedger.Open(Programs, store.Open()).Verify());
    }

    [SkippableTheory]
    [InlineData(StoreKind.Sqlite, "INSERT INTO {p}posting VALUES (1, 1, 9, 'Available', 1, 5)", "before their entry")]
    [InlineData(StoreKind.Sqlite, "INSERT INTO {p}posting VALUES (1, 99, 0, 'Available', 1, 5)", "FOREIGN KEY")]
    [InlineData(StoreKind.Sqlite, "BEGIN; INSERT INTO {p}posting VALUES (1, 99, 0, 'Available', 1, 5); INSERT INTO {p}entry SELECT member, 99, kind, key, wallet, occurred_at, effective_at, recorded_at, 1, hash, content FROM {p}entry WHERE sequence = 1", "add up to 0")]
    [InlineData(StoreKind.Sqlite, "INSERT INTO {p}entry SELECT member, 99, kind, key, wallet, occurred_at, effective_at, recorded_at, 2, hash, content FROM {p}entry WHERE sequence = 1", "all be there")]
    [InlineData(StoreKind.Sqlite, "UPDATE {p}lot SET remaining = -1", "CHECK")]
    [InlineData(StoreKind.Sqlite, "UPDATE {p}lot SET remaining = granted + 1", "CHECK")]
    [InlineData(StoreKind.PostgreSql, "INSERT INTO {p}posting VALUES (1, 1, 9, 'Available', 1, 5)", "before their entry")]
    [InlineData(StoreKind.PostgreSql, "INSERT INTO {p}posting VALUES (1, 99, 0, 'Available', 1, 5)", "foreign key")]
    [InlineData(StoreKind.PostgreSql, "INSERT INTO {p}posting VALUES (1, 99, 0, 'Available', 1, 5); INSERT INTO {p}entry SELECT member, 99, kind, key, wallet, occurred_at, effective_at, recorded_at, 1, hash, content FROM {p}entry WHERE sequence = 1", "add up to 0")]
    [InlineData(StoreKind.PostgreSql, "INSERT INTO {p}entry SELECT member, 99, kind, key, wallet, occurred_at, effective_at, recorded_at, 2, hash, content FROM {p}entry WHERE sequence = 1", "all be there")]
    [InlineData(StoreKind.PostgreSql, "UPDATE {p}lot SET remaining = -1", "check")]
    [InlineData(StoreKind.PostgreSql, "UPDATE {p}lot SET remaining = granted + 1", "check")]
    public void What_does_not_add_up_is_refused(StoreKind kind, string sql, string reason)
    {
        using TestStore store = Filled(kind);
        Assert.Contains(reason, Assert.ThrowsAny<DbException>(() => store.Run(sql)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_byte_of_a_stored_entry_that_is_turned_over_is_named()
    {
        using TestStore store = Unguarded();
        using SqlLoyaltyStore checks = store.Open();
        int changes = 0;
        foreach (long sequence in new[] { 1L, 6 })
        {
            foreach (string column in new[] { "hash", "content" })
            {
                byte[] was = (byte[])store.Run($"SELECT {column} FROM {{p}}entry WHERE member = 1 AND sequence = $1", sequence)!;
                for (int at = 0; at < was.Length; at++)
                {
                    byte[] other = [.. was];
                    other[at] ^= (byte)(1 << (at % 8));
                    store.Run($"UPDATE {{p}}entry SET {column} = $2 WHERE member = 1 AND sequence = $1", sequence, other);
                    using ILoyaltySession fresh = checks.Read();
                    Assert.Equal(sequence, fresh.Check(1)?.Sequence);
                    changes++;
                }

                store.Run($"UPDATE {{p}}entry SET {column} = $2 WHERE member = 1 AND sequence = $1", sequence, was);
            }
        }

        Assert.True(changes > 300, $"{changes} changes");
        Assert.Null(LoyaltyLedger.Open(Programs, store.Open()).Verify());
    }

    [Theory]
    [InlineData("UPDATE {p}entry SET kind = 'Update' WHERE sequence = 2")]
    [InlineData("UPDATE {p}entry SET key = key || 'x' WHERE sequence = 2")]
    [InlineData("UPDATE {p}entry SET wallet = 'OTHER' WHERE sequence = 2")]
    [InlineData("UPDATE {p}entry SET occurred_at = occurred_at + 1 WHERE sequence = 2")]
    [InlineData("UPDATE {p}entry SET effective_at = effective_at + 1 WHERE sequence = 2")]
    [InlineData("UPDATE {p}entry SET recorded_at = recorded_at + 1 WHERE sequence = 2")]
    [InlineData("UPDATE {p}entry SET postings = postings + 1 WHERE sequence = 2")]
    [InlineData("UPDATE {p}posting SET units = units + 1 WHERE sequence = 2 AND line = 0")]
    [InlineData("UPDATE {p}posting SET account = 'Held' WHERE sequence = 2 AND line = 0")]
    [InlineData("UPDATE {p}posting SET lot = lot + 4294967296 WHERE sequence = 2 AND line = 0")]
    [InlineData("UPDATE {p}posting SET line = 7 WHERE sequence = 2 AND line = 1")]
    [InlineData("DELETE FROM {p}posting WHERE sequence = 2")]
    [InlineData("DELETE FROM {p}entry WHERE sequence = 2")]
    public void Whatever_is_changed_beside_the_content_is_named(string sql)
    {
        using TestStore store = Unguarded();
        store.Run("PRAGMA foreign_keys = OFF; " + sql);
        LedgerFault? fault = LoyaltyLedger.Open(Programs, store.Open()).Verify();
        Assert.Equal((1, 2), (fault!.Member, fault.Sequence));
    }

    [Theory]
    [InlineData("UPDATE {p}lot SET remaining = remaining - 1 WHERE lot = 5")]
    [InlineData("UPDATE {p}lot SET expires_at = expires_at + 1")]
    [InlineData("DELETE FROM {p}lot WHERE lot = 5")]
    [InlineData("UPDATE {p}member SET sequence = sequence + 1")]
    public void A_cache_that_is_not_what_the_journal_folds_to_is_found(string sql)
    {
        using TestStore store = Filled(StoreKind.Sqlite);
        store.Run(sql);
        Assert.NotNull(LoyaltyLedger.Open(Programs, store.Open()).Verify());
    }

    private static TestStore Filled(StoreKind kind)
    {
        TestStore store = TestStore.Of(kind);
        LoyaltyLedger ledger = LoyaltyLedger.Open(Programs, store.Open());
        for (int at = 0; at < 5; at++)
            ledger.Handle(new OrderPaid { Key = $"k{at}", Member = new("m"), OccurredAt = Club.At("2026-01-02"), Order = new() { Id = $"o{at}", Lines = [Club.Line("1", 10)] } });
        ledger.Handle(new PointsRedeemed { Key = "r", Member = new("m"), OccurredAt = Club.At("2026-01-03"), Points = 15, Source = "gift" });
        return store;
    }

    /// <summary>As it is after somebody has taken the guards away.</summary>
    private static TestStore Unguarded()
    {
        TestStore store = Filled(StoreKind.Sqlite);
        foreach (string trigger in new[] { "entry_update", "entry_delete", "posting_update", "posting_delete" })
            store.Run($"DROP TRIGGER {{p}}{trigger}");
        return store;
    }
}
