using System.Data.Common;
using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Loyalty.Stores;
using NodaTime;

namespace CustomerValue.Storage;

/// <summary>One transaction of a database.</summary>
internal sealed class SqlSession : SqlWork, ILoyaltySession
{
    private readonly SqlDialect dialect;
    private readonly SqlText sql;
    private readonly StoreConnection connection;
    private readonly long dataVersion;
    private readonly bool isWriting = true;
    private Fetched? fetched;
    private LedgerChanges? decided;

    /// <summary>A transaction of its own.</summary>
    public SqlSession(SqlDialect dialect, SqlText sql, StoreConnection connection, bool isWriting, Action<StoreConnection, bool> giveBack)
        : base(connection, giveBack)
    {
        (this.dialect, this.sql, this.connection) = (dialect, sql, connection);
        this.isWriting = isWriting;
        connection.Transaction = connection.Try(() => dialect.Begin(connection.Connection, isWriting));
        dataVersion = connection.Try(() => dialect.DataVersion(connection));
    }

    /// <summary>A part of a transaction that the host has begun and will end.</summary>
    public SqlSession(SqlDialect dialect, SqlText sql, StoreConnection connection)
        : base(connection) => (this.dialect, this.sql, this.connection) = (dialect, sql, connection);

    public object? Version => dialect.IsRemote || IsPart ? null : (connection, dataVersion, connection.Commits);

    public long LastMember => Ask(() => connection.Number(isWriting ? dialect.ToJoin(connection, sql) : sql.LastMember));

    public void Expect(IReadOnlyList<string> keys, IReadOnlyList<CustomerId> members, IReadOnlyList<StoredSource> sources) =>
        fetched = Ask(() => dialect.Fetch(connection, sql, keys, members, sources));

    public StoredMember? Member(CustomerId id) =>
        fetched is not null && fetched.Members.TryGetValue(id, out StoredMember? member) ? member : Member(sql.MemberById, SqlValues.Exact(id.Value, "member"));

    public StoredMember? Member(long number) => Member(sql.MemberByNumber, number);

    public IReadOnlyList<CustomerId> Ids() => Ask(() =>
    {
        List<CustomerId> ids = [];
        using DbDataReader rows = connection.Query(sql.Ids);
        while (rows.Read())
            ids.Add(new CustomerId(rows.GetString(0)));
        return ids;
    });

    public IReadOnlyList<StoredEntry> Entries(long member, long after) => Ask(() =>
    {
        List<StoredEntry> entries = [];
        using DbDataReader rows = connection.Query(sql.Entries, member, after);
        while (rows.Read())
            entries.Add(new StoredEntry(new EntryHash(rows.GetFieldValue<byte[]>(0)), rows.GetFieldValue<byte[]>(1)));
        return entries;
    });

    public StoredAnswer? Answer(string key) => fetched is not null && fetched.Answers.TryGetValue(key, out StoredAnswer? answer) ? answer : Ask(() =>
    {
        using DbDataReader rows = connection.Query(sql.Answer, SqlValues.Exact(key, "key"));
        return rows.Read() ? SqlRows.Answer(rows, key) : null;
    });

    public bool Has(StoredSource source) => fetched is not null && fetched.Sources.TryGetValue(source.Hash, out bool isThere)
        ? isThere
        : Ask(() => connection.Number(sql.Source, SqlValues.Of(source.Hash)) != 0);

    public long Used(CounterKey counter) => Ask(() => connection.Number(sql.Used, counter.Id, (long)counter.Period, counter.OfReferrer ? 1L : 0L));

    public byte[]? Profile(long member) => Ask(() =>
    {
        using DbDataReader rows = connection.Query(sql.Profile, member);
        return rows.Read() ? PersonVault.Open(member, rows.GetFieldValue<byte[]>(0), rows.GetFieldValue<byte[]>(1)) : null;
    });

    public IReadOnlyList<StoredLot> Lots(long member) => Ask(() =>
    {
        List<StoredLot> lots = [];
        using DbDataReader rows = connection.Query(sql.Lots, member);
        while (rows.Read())
            lots.Add(SqlRows.Lot(rows));
        return lots;
    });

    public StoredSnapshot? Snapshot(long member) => Ask(() =>
    {
        using DbDataReader rows = connection.Query(sql.Snapshot, member);
        return rows.Read() ? new StoredSnapshot(rows.GetInt64(0), rows.GetInt64(1), rows.GetFieldValue<byte[]>(2)) : null;
    });

    public StoredStanding? Standing(long member) => Ask(() =>
    {
        using DbDataReader rows = connection.Query(sql.Standing, member);
        return rows.Read() ? new StoredStanding(rows.GetInt64(0), rows.GetString(1), rows.IsDBNull(2) ? null : SqlValues.Instant(rows.GetInt64(2))) : null;
    });

    public IReadOnlyList<StoredLot> Expiring(Instant after, Instant until, int count) => Ask(() =>
    {
        List<StoredLot> lots = [];
        using DbDataReader rows = connection.Query(sql.ToAnnounce, SqlValues.Of(after), SqlValues.Of(until), (long)count);
        while (rows.Read())
            lots.Add(SqlRows.Lot(rows));
        return lots;
    });

    public IReadOnlyList<long> Due(Instant until, int count) => Ask(() =>
    {
        List<long> members = [];
        using DbDataReader rows = connection.Query(sql.Due, SqlValues.Of(until), (long)count);
        while (rows.Read())
            members.Add(rows.GetInt64(0));
        return members;
    });

    public LedgerFault? Check(long member) => Ask(() => JournalCheck.Of(connection, sql, member, Member(member)));

    public void Write(LedgerChanges changes)
    {
        // Without a transaction what is written is one by itself, and there is nothing to be taken back.
        if (IsOpen)
            Ask(() => dialect.Write(connection, sql, changes));
        else
            decided = changes;
    }

    public void Commit() => Ask(() =>
    {
        if (decided is not null)
            dialect.Write(connection, sql, decided);
        else
            CommitTransaction();
        decided = null;
        connection.Commits++;
        return true;
    });

    private bool IsOpen => IsPart || connection.Transaction is not null;

    private StoredMember? Member(string query, object value) => Ask(() =>
    {
        using DbDataReader rows = connection.Query(query, value);
        return rows.Read() ? SqlRows.Member(rows) : null;
    });
}
