using System.Collections.Concurrent;
using System.Data.Common;
using CustomerValue.Customers;
using CustomerValue.Lifecycle.Stores;
using CustomerValue.Loyalty.Stores;
using NodaTime;
using Npgsql;

namespace CustomerValue.Storage;

/// <summary>A ledger's store in SQLite or PostgreSQL. Its tables are made and brought up to date by <see cref="Migrate"/>, on request only. Safe for many threads and many ledgers.</summary>
public sealed class SqlLoyaltyStore : ILoyaltyStore, IDisposable
{
    private readonly SqlDialect dialect;
    private readonly SqlText sql;
    private readonly StageText stages;
    private readonly SchemaMigrations migrations;
    private readonly IDisposable? owned;
    private readonly ConcurrentStack<StoreConnection> idle = new();
    private volatile bool isChecked;

    private SqlLoyaltyStore(SqlDialect dialect, IDisposable? owned, bool keepsMessages)
    {
        (this.dialect, this.owned, KeepsMessages) = (dialect, owned, keepsMessages);
        sql = new SqlText(dialect.Prefix);
        stages = new StageText(dialect.Prefix);
        migrations = new SchemaMigrations(dialect);
    }

    /// <summary>The version of the schema that this library writes.</summary>
    public static int SchemaVersion => SchemaMigrations.Newest;

    /// <summary>A store in a file of SQLite, which is made where it is not there. In WAL: readers don't wait for the writer.</summary>
    /// <exception cref="ArgumentException">The prefix is no name.</exception>
    public static SqlLoyaltyStore Sqlite(string path, StoreOptions? options = null) => new(new SqliteDialect(path, (options ??= new()).Checked()), null, options.KeepsMessages);

    /// <summary>A store in PostgreSQL, by a connection string of Npgsql.</summary>
    /// <exception cref="ArgumentException">The prefix or schema is no name.</exception>
    public static SqlLoyaltyStore PostgreSql(string connection, StoreOptions? options = null)
    {
        NpgsqlConnectionStringBuilder builder = new(connection);
        if (builder.MaxAutoPrepare == 0)
            builder.MaxAutoPrepare = 64;
        NpgsqlDataSource source = NpgsqlDataSource.Create(builder);
        return new(new PostgreSqlDialect(source, (options ??= new()).Checked()), source, options.KeepsMessages);
    }

    /// <summary>Its statements, so that tests can ask how the database goes about them.</summary>
    internal SqlText Sql => sql;

    /// <summary>Makes the tables, or brings those of an older version up to date, in one transaction. Does nothing where they are up to date.</summary>
    /// <returns>The version that they had before; 0 for none.</returns>
    /// <exception cref="StoreException">They are of a newer version than this library knows.</exception>
    public int Migrate()
    {
        using StoreConnection connection = new(dialect, dialect.Connect());
        return connection.Try(() => migrations.Run(connection));
    }

    /// <summary>
    /// The store within a transaction that the host has begun on a connection of its own: what a ledger that is opened from it writes is there once the host commits, together with
    /// what the host writes itself. The ledger serves this transaction only. With SQLite the transaction must be one that may write from its beginning.
    /// </summary>
    /// <exception cref="StoreException">The tables are not there, or of another version.</exception>
    public ILoyaltyStore Within(DbTransaction transaction) => new SharedTransaction(dialect, sql, OfHost(transaction), KeepsMessages);

    /// <summary>The histories of stages, in tables beside those of the ledger; for <see cref="StageBook"/>.</summary>
    public ILifecycleStore Lifecycle => new SqlLifecycleStore(isWriting => SqlStageSession.Begin(dialect, stages, Borrow(), isWriting, GiveBack));

    /// <summary>The same within a transaction that the host has begun, as <see cref="Within"/>: what is recorded is there once the host commits.</summary>
    /// <exception cref="StoreException">The tables are not there, or of another version.</exception>
    public ILifecycleStore LifecycleWithin(DbTransaction transaction)
    {
        StoreConnection connection = OfHost(transaction);
        return new SqlLifecycleStore(isWriting => SqlStageSession.Within(dialect, stages, connection, isWriting));
    }

    /// <inheritdoc/>
    public bool KeepsMessages { get; }

    /// <summary>The messages for others, where the store keeps them.</summary>
    /// <exception cref="InvalidOperationException">It does not.</exception>
    public LoyaltyOutbox Outbox => KeepsMessages ? new(dialect, sql, Borrow, GiveBack) : throw new InvalidOperationException("This store was opened without messages; open it with StoreOptions.KeepsMessages.");

    /// <summary>
    /// The lots with something left that expire after an instant and not after another, by when they do: found by an index, and read as they are asked for. What is left is as of each member's last command;
    /// <see cref="Loyalty.Ledger.LoyaltyLedger.Balance"/> says what is left at an instant.
    /// </summary>
    /// <param name="after">The instant after which, such as now.</param>
    /// <param name="until">The instant until which, included.</param>
    public IEnumerable<ExpiringLot> Expiring(Instant after, Instant until)
    {
        StoreConnection connection = Borrow();
        bool isWhole = false;
        try
        {
            using DbDataReader rows = connection.Try(() => connection.Query(sql.Expiring, SqlValues.Of(after), SqlValues.Of(until)));
            while (connection.Try(rows.Read))
                yield return new(rows.GetInt64(0), rows.IsDBNull(8) ? default : new CustomerId(rows.GetString(8)), rows.GetString(2), rows.GetInt64(4), SqlValues.Instant(rows.GetInt64(7)));
            isWhole = true;
        }
        finally
        {
            GiveBack(connection, isWhole);
        }
    }

    /// <inheritdoc/>
    public ILoyaltySession Read() => Begin(false);

    /// <inheritdoc/>
    public ILoyaltySession Write(int attempt)
    {
        if (attempt > 0)
            dialect.Pause(attempt);
        return Begin(true);
    }

    /// <summary>Closes its connections.</summary>
    public void Dispose()
    {
        while (idle.TryPop(out StoreConnection? connection))
            connection.Dispose();
        owned?.Dispose();
    }

    private SqlSession Begin(bool isWriting)
    {
        StoreConnection connection = Borrow();
        try
        {
            return new SqlSession(dialect, sql, connection, isWriting, GiveBack);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private StoreConnection OfHost(DbTransaction transaction)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        StoreConnection connection = new(dialect, transaction.Connection ?? throw new ArgumentException("The transaction has ended.", nameof(transaction))) { Transaction = transaction };
        Check(connection);
        return connection;
    }

    private StoreConnection Borrow()
    {
        StoreConnection? connection;
        // One that was lost while it was idle is left behind.
        while (idle.TryPop(out connection) && connection.Connection.State != System.Data.ConnectionState.Open)
            connection.Dispose();
        connection ??= new StoreConnection(dialect, dialect.Connect());
        if (isChecked)
            return connection;
        try
        {
            Check(connection);
            isChecked = true;
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void Check(StoreConnection connection) => connection.Try(() =>
    {
        migrations.Check(connection);
        return true;
    });

    private void GiveBack(StoreConnection connection, bool isWhole)
    {
        if (isWhole)
        {
            idle.Push(connection);
            return;
        }

        connection.Dispose();
        // Where one failed the others that wait here are likely to have failed too; each would fail a command of its own.
        while (idle.TryPop(out StoreConnection? other))
            other.Dispose();
    }
}
