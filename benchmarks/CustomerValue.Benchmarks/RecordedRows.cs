using System.Data.Common;
using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Loyalty.Stores;
using NodaTime;

namespace CustomerValue.Benchmarks;

/// <summary>A store that only notes which rows a ledger makes, to insert them afterwards as they are: without deciding, reading, or changing a row.</summary>
internal sealed class RecordedRows : ILoyaltyStore
{
    private static readonly (string Name, int Columns)[] Tables = [("answer", 6), ("source", 2), ("member", 3), ("posting", 6), ("entry", 11), ("lot", 8)];

    /// <summary>By lane and transaction: the table and the values of each row.</summary>
    private readonly List<List<List<(int Table, object[] Values)>>> lanes = [];
    private readonly HashSet<(long Member, int Lot)> lots = [];
    private long last;
    private int version;

    public void Begin() => lanes.Add([]);

    public bool KeepsMessages => false;

    public ILoyaltySession Read() => new Session(this);

    public ILoyaltySession Write(int attempt) => new Session(this);

    /// <summary>Inserts the rows of a lane, a transaction for each that was recorded: a prepared statement for each row, sent together where the database is a server.</summary>
    public void Insert(int lane, BenchmarkStore store)
    {
        using DbConnection connection = store.Connect();
        DbCommand[] inserts = [.. Tables.Select(table => Prepared(connection, table.Name, table.Columns, store.IsRemote))];
        foreach (List<(int Table, object[] Values)> rows in lanes[lane])
        {
            using DbTransaction transaction = connection.BeginTransaction();
            using DbBatch? batch = store.IsRemote ? connection.CreateBatch() : null;
            foreach ((int table, object[] values) in rows)
            {
                if (batch is null)
                {
                    inserts[table].Transaction = transaction;
                    Set(inserts[table].Parameters, values);
                    inserts[table].ExecuteNonQuery();
                    continue;
                }

                DbBatchCommand command = batch.CreateBatchCommand();
                command.CommandText = inserts[table].CommandText;
                foreach (object value in values)
                {
                    DbParameter parameter = command.CreateParameter();
                    parameter.Value = value;
                    command.Parameters.Add(parameter);
                }

                batch.BatchCommands.Add(command);
            }

            if (batch is not null)
            {
                batch.Transaction = transaction;
                batch.ExecuteNonQuery();
            }

            transaction.Commit();
        }
    }

    private static DbCommand Prepared(DbConnection connection, string table, int columns, bool isRemote)
    {
        DbCommand command = connection.CreateCommand();
        string[] names = [.. Enumerable.Range(1, columns).Select(at => "$" + at.ToString(CultureInfo.InvariantCulture))];
        command.CommandText = $"INSERT INTO loyalty_{table} VALUES ({string.Join(", ", names)})";
        foreach (string name in names)
        {
            DbParameter parameter = command.CreateParameter();
            parameter.ParameterName = isRemote ? "" : name;
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private static void Set(DbParameterCollection parameters, object[] values)
    {
        for (int at = 0; at < values.Length; at++)
            parameters[at].Value = values[at];
    }

    private void Note(LedgerChanges changes)
    {
        List<(int, object[])> rows = [];
        foreach (StoredAnswer answer in changes.Answers)
            rows.Add((0, [answer.Key, Bytes(answer.Payload), string.Join(',', answer.Entries.Select(entry => $"{entry.Member}:{entry.Sequence}-{entry.Sequence}")), DBNull.Value, DBNull.Value, DBNull.Value]));
        foreach (StoredSource source in changes.Sources)
            rows.Add((1, [Bytes(source.Hash), source.Type]));
        foreach (StoredMember member in changes.Joined)
        {
            rows.Add((2, [member.Number, member.Id.Value, member.Sequence]));
            last = Math.Max(last, member.Number);
        }

        for (int at = 0; at < changes.Entries.Count; at++)
        {
            JournalEntry entry = changes.Entries[at];
            for (int line = 0; line < entry.Postings.Count; line++)
                rows.Add((3, [entry.Member, entry.Sequence, (long)line, entry.Postings[line].Account.ToString(), (long)entry.Postings[line].Lot, entry.Postings[line].Units]));
            rows.Add((4, [entry.Member, entry.Sequence, entry.Kind.ToString(), entry.Key, (object?)entry.Wallet ?? DBNull.Value, entry.OccurredAt.ToUnixTimeTicks(), entry.EffectiveAt.ToUnixTimeTicks(), entry.RecordedAt.ToUnixTimeTicks(), (long)entry.Postings.Count, Bytes(changes.Contents[at].Hash), changes.Contents[at].Content.ToArray()]));
        }

        foreach (StoredLot lot in changes.Lots.Where(lot => lots.Add((lot.Member, lot.Number))))
            rows.Add((5, [lot.Member, (long)lot.Number, lot.Wallet, lot.Granted, lot.Remaining, lot.EarnedAt.ToUnixTimeTicks(), lot.ActivatesAt.ToUnixTimeTicks(), lot.ExpiresAt is { } end ? end.ToUnixTimeTicks() : DBNull.Value, 0L]));
        lanes[^1].Add(rows);
    }

    private static byte[] Bytes(EntryHash hash)
    {
        byte[] bytes = new byte[32];
        hash.CopyTo(bytes);
        return bytes;
    }

    private sealed class Session(RecordedRows rows) : ILoyaltySession
    {
        private LedgerChanges? decided;

        public object? Version => rows.version;

        public long LastMember => rows.last;

        public void Expect(IReadOnlyList<string> keys, IReadOnlyList<CustomerId> members, IReadOnlyList<StoredSource> sources)
        {
        }

        public StoredMember? Member(CustomerId id) => null;

        public StoredMember? Member(long number) => null;

        public IReadOnlyList<CustomerId> Ids() => [];

        public IReadOnlyList<StoredEntry> Entries(long member, long after) => [];

        public StoredAnswer? Answer(string key) => null;

        public bool Has(StoredSource source) => false;

        public long Used(CounterKey counter) => 0;

        public byte[]? Profile(long member) => null;

        public IReadOnlyList<StoredLot> Lots(long member) => [];

        public StoredSnapshot? Snapshot(long member) => null;

        public StoredStanding? Standing(long member) => null;

        public IReadOnlyList<StoredLot> Expiring(Instant after, Instant until, int count) => [];

        public IReadOnlyList<long> Due(Instant until, int count) => [];

        public LedgerFault? Check(long member) => null;

        public void Write(LedgerChanges changes) => decided = changes;

        public void Commit()
        {
            rows.Note(decided!);
            rows.version++;
        }

        public void Dispose()
        {
        }
    }
}
