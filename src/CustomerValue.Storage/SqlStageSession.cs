using System.Data.Common;
using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.Lifecycle.Stores;
using CustomerValue.Loyalty.Stores;

namespace CustomerValue.Storage;

/// <summary>One transaction about histories of stages.</summary>
internal sealed class SqlStageSession : SqlWork, ILifecycleSession
{
    private readonly SqlDialect dialect;
    private readonly StageText sql;
    private readonly StoreConnection connection;

    private SqlStageSession(SqlDialect dialect, StageText sql, StoreConnection connection, Action<StoreConnection, bool> giveBack)
        : base(connection, giveBack) => (this.dialect, this.sql, this.connection) = (dialect, sql, connection);

    private SqlStageSession(SqlDialect dialect, StageText sql, StoreConnection connection)
        : base(connection) => (this.dialect, this.sql, this.connection) = (dialect, sql, connection);

    /// <summary>A transaction of its own.</summary>
    public static SqlStageSession Begin(SqlDialect dialect, StageText sql, StoreConnection connection, bool isWriting, Action<StoreConnection, bool> giveBack)
    {
        SqlStageSession session = new(dialect, sql, connection, giveBack);
        session.Start(() => connection.Transaction = dialect.Begin(connection.Connection, isWriting), isWriting);
        return session;
    }

    /// <summary>A part of a transaction that the host has begun and will end.</summary>
    public static SqlStageSession Within(SqlDialect dialect, StageText sql, StoreConnection connection, bool isWriting)
    {
        SqlStageSession session = new(dialect, sql, connection);
        session.Start(() => { }, isWriting);
        return session;
    }

    public long LastRun => Do(() => connection.Number(sql.LastRun));

    public StoredRun? Run(string key) => Runs(sql.Run, SqlValues.Exact(key, "key")).SingleOrDefault();

    public IReadOnlyList<StoredRun> Runs(string lifecycle) => Runs(sql.Runs, SqlValues.Exact(lifecycle, "lifecycle"));

    public IReadOnlyList<StoredCustomer> Customers() => Do(() =>
    {
        List<StoredCustomer> customers = [];
        using DbDataReader rows = connection.Query(sql.Customers);
        while (rows.Read())
            customers.Add(new StoredCustomer(rows.GetInt64(0), rows.IsDBNull(1) ? default : new CustomerId(rows.GetString(1))));
        return customers;
    });

    public StoredCustomer? Customer(CustomerId id) => Do(() => connection.Number(sql.Customer, SqlValues.Exact(id.Value, "customer"))) is > 0 and long number ? new StoredCustomer(number, id) : null;

    public IEnumerable<StageMark> Marks(string lifecycle)
    {
        using DbDataReader rows = Do(() => connection.Query(sql.Marks, SqlValues.Exact(lifecycle, "lifecycle")));
        Func<bool> read = rows.Read;
        // There are few different ones, each in very many rows.
        Dictionary<string, string> words = new(StringComparer.Ordinal);
        string? Word(int column) => rows.IsDBNull(column) ? null : words.TryGetValue(rows.GetString(column), out string? known) ? known : words[rows.GetString(column)] = rows.GetString(column);
        while (Do(read))
            yield return new StageMark(rows.GetInt64(0), rows.GetInt64(1), SqlValues.Day(rows.GetInt64(2)), Word(3), Word(4));
    }

    public IReadOnlyList<StoredStage> Stages(string lifecycle, long customer)
    {
        Dictionary<long, StoredRun> runs = Runs(lifecycle).ToDictionary(run => run.Number);
        return Do(() =>
        {
            List<StoredStage> stages = [];
            using DbDataReader rows = connection.Query(sql.Stages, SqlValues.Exact(lifecycle, "lifecycle"), customer);
            while (rows.Read())
            {
                stages.Add(new StoredStage
                {
                    Customer = rows.GetInt64(0),
                    Run = runs[rows.GetInt64(1)],
                    Line = (int)rows.GetInt64(2),
                    On = SqlValues.Day(rows.GetInt64(3)),
                    Stage = Text(rows, 4),
                    Left = Text(rows, 5),
                    Transition = Text(rows, 6),
                    EventId = Text(rows, 7),
                    ModelVersion = Text(rows, 8),
                    Reason = new LocalizedText(rows.GetString(9), rows.GetString(10)),
                });
            }

            return stages;
        });
    }

    public void Write(StoredRun run, IReadOnlyList<StoredCustomer> joined, IEnumerable<StoredStage> stages) => Do(() =>
    {
        dialect.WriteCustomers(connection, sql, joined);
        dialect.WriteStages(connection, sql, stages);
        return connection.Run(
            sql.AddRun, run.Number, SqlValues.Exact(run.Key, "key"), SqlValues.Exact(run.Lifecycle, "lifecycle"), SqlValues.Exact(run.DefinitionVersion, "version"), run.DefinitionHash,
            SqlValues.Of(run.AsOf), SqlValues.Of(run.RecordedAt), SqlValues.ExactOrNull(run.Actor, "actor"), run.Payload, run.Customers, run.Changed);
    });

    public void Forget(long customer) => Do(() => connection.Run(sql.Forget, customer));

    public void Commit() => Do(() =>
    {
        CommitTransaction();
        connection.Commits++;
        return true;
    });

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private void Start(Action begin, bool isWriting)
    {
        try
        {
            Do(() =>
            {
                begin();
                if (isWriting)
                    dialect.RecordAlone(connection, sql);
                return true;
            });
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    private List<StoredRun> Runs(string query, string value) => Do(() =>
    {
        List<StoredRun> runs = [];
        using DbDataReader rows = connection.Query(query, value);
        while (rows.Read())
        {
            runs.Add(new StoredRun
            {
                Number = rows.GetInt64(0),
                Key = rows.GetString(1),
                Lifecycle = rows.GetString(2),
                DefinitionVersion = rows.GetString(3),
                DefinitionHash = rows.GetString(4),
                AsOf = SqlValues.Day(rows.GetInt64(5)),
                RecordedAt = SqlValues.Instant(rows.GetInt64(6)),
                Actor = Text(rows, 7),
                Payload = rows.GetString(8),
                Customers = (int)rows.GetInt64(9),
                Changed = (int)rows.GetInt64(10),
            });
        }

        return runs;
    });

    /// <summary>Only one records at a time, so a conflict is a transaction of the host that keeps to an earlier moment.</summary>
    private T Do<T>(Func<T> work)
    {
        try
        {
            return Ask(work);
        }
        catch (StoreConflictException conflict)
        {
            throw new StoreException("Another run was recorded since this transaction began; nothing was written. Send the same run again, in a transaction that begins after it or reads what is committed.", conflict);
        }
    }
}
