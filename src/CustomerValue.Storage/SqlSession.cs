using System.Data.Common;
using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Loyalty.Stores;

namespace CustomerValue.Storage;

/// <summary>One transaction of a database.</summary>
internal sealed class SqlSession : ILoyaltySession
{
    private readonly SqlDialect dialect;
    private readonly SqlText sql;
    private readonly StoreConnection connection;
    private readonly Action<StoreConnection, bool> giveBack;
    private readonly long dataVersion;
    private readonly Savepoint? part;
    private Fetched? fetched;
    private bool isWhole = true;

    /// <summary>A transaction of its own.</summary>
    public SqlSession(SqlDialect dialect, SqlText sql, StoreConnection connection, bool isWriting, Action<StoreConnection, bool> giveBack)
    {
        (this.dialect, this.sql, this.connection, this.giveBack) = (dialect, sql, connection, giveBack);
        connection.Transaction = connection.Try(() => dialect.Begin(connection.Connection, isWriting));
        dataVersion = dialect.DataVersion(connection);
    }

    /// <summary>A part of a transaction that the host has begun and will end.</summary>
    public SqlSession(SqlDialect dialect, SqlText sql, StoreConnection connection)
    {
        (this.dialect, this.sql, this.connection, giveBack) = (dialect, sql, connection, (_, _) => { });
        part = new Savepoint(connection);
    }

    public object? Version => dialect.IsRemote || part is not null ? null : (connection, dataVersion, connection.Commits);

    public long LastMember => Ask(() => connection.Number(sql.LastMember));

    public void Expect(IReadOnlyList<string> keys, IReadOnlyList<CustomerId> members, IReadOnlyList<StoredSource> sources)
    {
        if (dialect.IsRemote)
            fetched = Ask(() => Fetched.Of(connection, sql, keys, members, sources));
    }

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
            lots.Add(new(member, checked((int)rows.GetInt64(0)), rows.GetString(1), rows.GetInt64(2), rows.GetInt64(3), SqlValues.Instant(rows.GetInt64(4)), SqlValues.Instant(rows.GetInt64(5)), rows.IsDBNull(6) ? null : SqlValues.Instant(rows.GetInt64(6))));
        return lots;
    });

    public LedgerFault? Check(long member) => Ask(() => JournalCheck.Of(connection, sql, member, Member(member)));

    public void Write(LedgerChanges changes) => Ask(() =>
    {
        StatementList list = new(dialect, connection);
        foreach (StoredAnswer answer in changes.Answers)
            list.Add($"Key '{answer.Key}' has been answered meanwhile.", sql.AddAnswer, SqlValues.Exact(answer.Key, "key"), SqlValues.Of(answer.Payload), SqlValues.Of(answer.Entries), answer.Rejection?.Error.ToString(), answer.Rejection?.Message.English, answer.Rejection?.Message.Chinese);
        foreach (StoredSource source in changes.Sources)
            list.Add($"'{source.Source}' has been rewarded meanwhile.", sql.AddSource, SqlValues.Of(source.Hash), source.Type);
        foreach (long number in changes.Forgotten)
        {
            list.Add(null, sql.ForgetProfile, number);
            list.Add(null, sql.ForgetId, number);
        }

        foreach (MemberStep step in changes.Members)
            list.Add($"Member {step.Number} has changed meanwhile.", sql.MoveMember, step.Number, step.Before, step.After);
        foreach (StoredMember member in changes.Joined)
            list.Add($"Member {member.Number} has come meanwhile.", sql.AddMember, member.Number, member.Id == default ? null : SqlValues.Exact(member.Id.Value, "member"), member.Sequence);
        foreach (CounterStep step in changes.Counters)
            list.Add($"Counter '{step.Counter.Id}' has changed meanwhile.", sql.MoveCounter, step.Counter.Id, (long)step.Counter.Period, step.Counter.OfReferrer ? 1L : 0L, step.After, step.Before);
        // What others may have changed comes first and by itself: where a row is missed, nothing after it would say why.
        list.Run();
        for (int at = 0; at < changes.Entries.Count; at++)
            Add(list, changes.Entries[at], changes.Contents[at]);
        foreach (StoredLot lot in changes.Lots)
            list.Add(null, sql.SetLot, lot.Member, (long)lot.Number, lot.Wallet, lot.Granted, lot.Remaining, SqlValues.Of(lot.EarnedAt), SqlValues.Of(lot.ActivatesAt), SqlValues.Of(lot.ExpiresAt));
        foreach (StoredProfile profile in changes.Profiles)
        {
            (byte[] secret, byte[] content) = PersonVault.Lock(profile.Member, profile.Content.Span);
            list.Add(null, sql.SetProfile, profile.Member, secret, content);
        }

        list.Run();
        return true;
    });

    public void Commit() => Ask(() =>
    {
        if (part is null)
            connection.Transaction!.Commit();
        else
            part.Release();
        connection.Commits++;
        return true;
    });

    public void Dispose()
    {
        if (part is not null)
        {
            part.Dispose();
            return;
        }

        try
        {
            connection.Transaction?.Dispose();
        }
        catch (DbException)
        {
            // What was not committed is gone with the connection.
            isWhole = false;
        }

        connection.Transaction = null;
        giveBack(connection, isWhole);
    }

    private void Add(StatementList list, JournalEntry entry, StoredEntry stored)
    {
        for (int line = 0; line < entry.Postings.Count; line++)
            list.Add(null, sql.AddPosting, entry.Member, entry.Sequence, (long)line, entry.Postings[line].Account.ToString(), (long)entry.Postings[line].Lot, entry.Postings[line].Units);
        list.Add(
            null, sql.AddEntry, entry.Member, entry.Sequence, entry.Kind.ToString(), entry.Key, entry.Wallet, SqlValues.Of(entry.OccurredAt), SqlValues.Of(entry.EffectiveAt), SqlValues.Of(entry.RecordedAt),
            (long)entry.Postings.Count, SqlValues.Of(stored.Hash), stored.Content.ToArray());
    }

    private StoredMember? Member(string query, object value) => Ask(() =>
    {
        using DbDataReader rows = connection.Query(query, value);
        return rows.Read() ? SqlRows.Member(rows) : null;
    });

    /// <summary>A connection on which something failed serves nobody else.</summary>
    private T Ask<T>(Func<T> work)
    {
        isWhole = false;
        T answer = connection.Try(work);
        isWhole = true;
        return answer;
    }
}
