using System.Data;
using System.Data.Common;
using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.Lifecycle.Stores;
using CustomerValue.Loyalty.Stores;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CustomerValue.Storage;

/// <summary>SQLite: one writer at a time, who has the database from the beginning of a transaction; readers do not wait.</summary>
internal sealed class SqliteDialect(string path, StoreOptions options) : SqlDialect
{
    public override string Name => "sqlite";

    public override string Prefix => options.Prefix;

    public override string IndexPrefix => options.Prefix;

    public override bool IsRemote => false;

    public override string FindTable => "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = $1";

    protected override DbConnection Open()
    {
        int seconds = Math.Max(1, (int)options.BusyTimeout.TotalSeconds);
        // Connections are kept here; another pool would keep the file open after the store is closed.
        SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, ForeignKeys = true, DefaultTimeout = seconds }.ToString());
        try
        {
            connection.Open();
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = " + (options.WaitsForDisk ? "FULL" : "NORMAL") + "; PRAGMA secure_delete = ON; PRAGMA cache_size = -32768;";
            command.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public override DbTransaction? Begin(DbConnection connection, bool isWriting) => ((SqliteConnection)connection).BeginTransaction(IsolationLevel.Serializable, deferred: !isWriting);

    public override string ToJoin(StoreConnection connection, SqlText sql) => sql.LastMember;

    public override Fetched Fetch(StoreConnection connection, SqlText sql, IReadOnlyList<string> keys, IReadOnlyList<CustomerId> members, IReadOnlyList<StoredSource> sources) =>
        Fetched.Missing(Writer(connection, sql), keys, sources);

    public override bool Write(StoreConnection connection, SqlText sql, LedgerChanges changes)
    {
        Writer(connection, sql).Write(changes);
        return true;
    }

    /// <summary>Who writes has the database from the beginning.</summary>
    public override void RecordAlone(StoreConnection connection, StageText sql)
    {
    }

    public override void WriteStages(StoreConnection connection, StageText sql, IEnumerable<StoredStage> stages)
    {
        using SqliteStatement add = new((SqliteConnection)connection.Connection, sql.AddStage);
        foreach (StoredStage each in stages)
        {
            add.Add(each.Customer).Add(each.Run.Number).Add(each.Line).Add(SqlValues.Of(each.On)).Add(each.Stage).Add(each.Left).Add(SqlValues.ExactOrNull(each.Transition, "transition"))
                .Add(SqlValues.ExactOrNull(each.EventId, "event")).Add(SqlValues.ExactOrNull(each.ModelVersion, "model"))
                .Add(SqlValues.Exact(each.Reason.English, "reason")).Add(SqlValues.Exact(each.Reason.Chinese, "reason")).Run();
        }
    }

    public override void WriteCustomers(StoreConnection connection, StageText sql, IReadOnlyList<StoredCustomer> customers)
    {
        using SqliteStatement add = new((SqliteConnection)connection.Connection, sql.AddCustomer);
        foreach (StoredCustomer each in customers)
            add.Add(each.Number).Add(SqlValues.Exact(each.Id.Value, "customer")).Run();
    }

    public override string Parameter(int number) => "$" + number.ToString(CultureInfo.InvariantCulture);

    public override bool IsConflict(DbException error) => error is SqliteException
    {
        // A lock that outlasts the busy timeout is none: trying as often as others may be quicker would take hours.
        SqliteExtendedErrorCode: raw.SQLITE_BUSY_SNAPSHOT or raw.SQLITE_CONSTRAINT_PRIMARYKEY or raw.SQLITE_CONSTRAINT_UNIQUE or raw.SQLITE_CONSTRAINT_NOTNULL,
    };

    public override string Explain(DbException error) => ((error as SqliteException)?.SqliteErrorCode switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => $"Another program has kept '{path}' locked for longer than the busy timeout of {options.BusyTimeout.TotalSeconds:0.#} s; let it end, or raise the timeout",
        raw.SQLITE_FULL => $"There is no room for '{path}': the disk is full, or the file may not grow; make room",
        raw.SQLITE_READONLY or raw.SQLITE_PERM => $"'{path}' or its folder is read-only; let this process write to both",
        raw.SQLITE_CANTOPEN => $"'{path}' can't be opened; its folder must be there, and this process must be able to write to it",
        raw.SQLITE_NOTADB => $"'{path}' is no database of SQLite; correct the path, the file was not touched",
        raw.SQLITE_CORRUPT => $"'{path}' is damaged; restore it from a backup",
        raw.SQLITE_IOERR => $"The disk of '{path}' failed; see to the disk",
        _ => $"SQLite refused to work on '{path}'; see to what it says",
    }) + $" (it says: {error.Message}) What was not answered is not written, or is there in whole; then send the same event again.";

    public override long DataVersion(StoreConnection connection) => connection.Number("PRAGMA data_version");

    /// <summary>There is one writer at a time, who waited for the others when he began.</summary>
    public override void Pause(int attempt)
    {
    }

    private static SqliteWriter Writer(StoreConnection connection, SqlText sql) => connection.Writer ??= new SqliteWriter((SqliteConnection)connection.Connection, sql);
}
