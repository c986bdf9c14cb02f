using System.Data;
using System.Data.Common;
using CustomerValue.Customers;
using CustomerValue.Lifecycle.Stores;
using CustomerValue.Loyalty.Stores;
using Npgsql;
using NpgsqlTypes;

namespace CustomerValue.Storage;

/// <summary>PostgreSQL: many writers; each checks as it writes that what it rests on has not changed.</summary>
internal sealed class PostgreSqlDialect(NpgsqlDataSource source, StoreOptions options) : SqlDialect
{
    public override string Name => "postgresql";

    public override string Prefix => (options.Schema is { } schema ? schema + "." : "") + options.Prefix;

    public override string IndexPrefix => options.Prefix;

    public override bool IsRemote => true;

    public override string FindTable => options.Schema is { } schema
        ? $"SELECT count(*) FROM pg_tables WHERE tablename = lower($1) AND schemaname = lower('{schema}')"
        : "SELECT count(*) FROM pg_tables WHERE tablename = lower($1) AND schemaname = current_schema()";

    protected override DbConnection Open() => source.OpenConnection();

    /// <summary>What is written checks by itself all that it rests on, so that it needs no transaction around what was read before.</summary>
    public override DbTransaction? Begin(DbConnection connection, bool isWriting) => isWriting ? null : connection.BeginTransaction(IsolationLevel.RepeatableRead);

    public override string ToJoin(StoreConnection connection, SqlText sql)
    {
        connection.Transaction ??= connection.Connection.BeginTransaction(IsolationLevel.ReadCommitted);
        return sql.LastMemberAlone;
    }

    public override Fetched Fetch(StoreConnection connection, SqlText sql, IReadOnlyList<string> keys, IReadOnlyList<CustomerId> members, IReadOnlyList<StoredSource> sources) =>
        Fetched.Together(connection, sql, keys, members, sources);

    public override bool Write(StoreConnection connection, SqlText sql, LedgerChanges changes)
    {
        PostgreSqlWriter.Write(connection, sql, changes);
        return true;
    }

    /// <summary>What others recorded before shows to each statement after the lock, so a transaction that keeps to one moment from its beginning won't do.</summary>
    public override void RecordAlone(StoreConnection connection, StageText sql)
    {
        connection.Transaction ??= connection.Connection.BeginTransaction(IsolationLevel.ReadCommitted);
        connection.Run(sql.RecordAlone);
    }

    public override void WriteStages(StoreConnection connection, StageText sql, IEnumerable<StoredStage> stages)
    {
        using NpgsqlBinaryImporter rows = ((NpgsqlConnection)connection.Connection).BeginBinaryImport(sql.CopyStages);
        foreach (StoredStage each in stages)
        {
            rows.StartRow();
            rows.Write(each.Customer, NpgsqlDbType.Bigint);
            rows.Write(each.Run.Number, NpgsqlDbType.Bigint);
            rows.Write(each.Line, NpgsqlDbType.Integer);
            rows.Write(SqlValues.Of(each.On), NpgsqlDbType.Integer);
            Write(rows, each.Stage);
            Write(rows, each.Left);
            Write(rows, SqlValues.ExactOrNull(each.Transition, "transition"));
            Write(rows, SqlValues.ExactOrNull(each.EventId, "event"));
            Write(rows, SqlValues.ExactOrNull(each.ModelVersion, "model"));
            Write(rows, SqlValues.Exact(each.Reason.English, "reason"));
            Write(rows, SqlValues.Exact(each.Reason.Chinese, "reason"));
        }

        rows.Complete();
    }

    public override void WriteCustomers(StoreConnection connection, StageText sql, IReadOnlyList<StoredCustomer> customers)
    {
        using NpgsqlBinaryImporter rows = ((NpgsqlConnection)connection.Connection).BeginBinaryImport(sql.CopyCustomers);
        foreach (StoredCustomer each in customers)
        {
            rows.StartRow();
            rows.Write(each.Number, NpgsqlDbType.Bigint);
            rows.Write(SqlValues.Exact(each.Id.Value, "customer"), NpgsqlDbType.Text);
        }

        rows.Complete();
    }

    /// <summary>By place.</summary>
    public override string Parameter(int number) => "";

    public override bool IsConflict(DbException error) => error is PostgresException
    {
        SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.UniqueViolation,
    }
    or PostgresException { SqlState: PostgresErrorCodes.NotNullViolation, ColumnName: "sequence" or "used" or "level" };

    public override long DataVersion(StoreConnection connection) => 0;

    public override string Explain(DbException error) => error is PostgresException said ? Explain(said) : "The connection to PostgreSQL was lost, or none can be made"
        + $" ({error.Message}). Whether the last event was written is not known; once the server can be reached, send the same event again: it is answered as it was, or written now.";

    private static void Write(NpgsqlBinaryImporter rows, string? text)
    {
        if (text is null)
            rows.WriteNull();
        else
            rows.Write(text, NpgsqlDbType.Text);
    }

    private static string Explain(PostgresException said) => (said.SqlState switch
    {
        PostgresErrorCodes.DiskFull => "The disk of PostgreSQL is full; make room on it",
        PostgresErrorCodes.ReadOnlySqlTransaction => "PostgreSQL is read-only here, perhaps a standby; connect to the server that takes writes",
        PostgresErrorCodes.InsufficientPrivilege => "This user of PostgreSQL may not do that; grant it the right",
        PostgresErrorCodes.TooManyConnections => "PostgreSQL has no connection left; raise max_connections or make the pool smaller (Maximum Pool Size)",
        PostgresErrorCodes.QueryCanceled => "PostgreSQL gave the statement up after its time limit; see what it waited for",
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow => "PostgreSQL is going down or coming up; wait for it",
        _ => "PostgreSQL refused; see to what it says",
    }) + $" (it says {said.SqlState}: {said.MessageText}). What was not answered is not written, or is there in whole; then send the same event again.";

    public override void Pause(int attempt)
    {
        // Whoever lost several times lets others go on; by more each time, and not all by the same.
        if (attempt > 2)
            Thread.Sleep(Random.Shared.Next(Math.Min(attempt, 50)));
    }
}
