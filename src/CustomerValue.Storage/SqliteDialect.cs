using System.Data;
using System.Data.Common;
using System.Globalization;
using CustomerValue.Customers;
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

    public override DbConnection Connect()
    {
        int seconds = Math.Max(1, (int)options.BusyTimeout.TotalSeconds);
        // Connections are kept here; another pool would keep the file open after the store is closed.
        SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, ForeignKeys = true, DefaultTimeout = seconds }.ToString());
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = " + (options.WaitsForDisk ? "FULL" : "NORMAL") + "; PRAGMA secure_delete = ON;";
        command.ExecuteNonQuery();
        return connection;
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

    public override string Parameter(int number) => "$" + number.ToString(CultureInfo.InvariantCulture);

    public override bool IsConflict(DbException error) => error is SqliteException
    {
        SqliteErrorCode: raw.SQLITE_BUSY or raw.SQLITE_LOCKED,
    }
    or SqliteException
    {
        SqliteExtendedErrorCode: raw.SQLITE_CONSTRAINT_PRIMARYKEY or raw.SQLITE_CONSTRAINT_UNIQUE or raw.SQLITE_CONSTRAINT_NOTNULL,
    };

    public override long DataVersion(StoreConnection connection) => connection.Number("PRAGMA data_version");

    /// <summary>The busy timeout has waited.</summary>
    public override void Pause(int attempt)
    {
    }

    private static SqliteWriter Writer(StoreConnection connection, SqlText sql) => connection.Writer ??= new SqliteWriter((SqliteConnection)connection.Connection, sql);
}
