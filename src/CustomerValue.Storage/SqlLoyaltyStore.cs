using System.Collections.Concurrent;
using System.Data.Common;
using CustomerValue.Loyalty.Stores;
using Npgsql;

namespace CustomerValue.Storage;

/// <summary>A ledger's store in SQLite or PostgreSQL. Its tables are made and brought up to date by <see cref="Migrate"/>, on request only. Safe for many threads and many ledgers.</summary>
public sealed class SqlLoyaltyStore : ILoyaltyStore, IDisposable
{
    private readonly SqlDialect dialect;
    private readonly SqlText sql;
    private readonly SchemaMigrations migrations;
    private readonly IDisposable? owned;
    private readonly ConcurrentStack<StoreConnection> idle = new();
    private volatile bool isChecked;

    private SqlLoyaltyStore(SqlDialect dialect, IDisposable? owned)
    {
        (this.dialect, this.owned) = (dialect, owned);
        sql = new SqlText(dialect.Prefix);
        migrations = new SchemaMigrations(dialect);
    }

    /// <summary>The version of the schema that this library writes.</summary>
    public static int SchemaVersion => SchemaMigrations.Newest;

    /// <summary>A store in a file of SQLite, which is made where it is not there. In WAL: readers don't wait for the writer.</summary>
    /// <exception cref="ArgumentException">The prefix is no name.</exception>
    public static SqlLoyaltyStore Sqlite(string path, StoreOptions? options = null) => new(new SqliteDialect(path, (options ?? new()).Checked()), null);

    /// <summary>A store in PostgreSQL, by a connection string of Npgsql.</summary>
    /// <exception cref="ArgumentException">The prefix or schema is no name.</exception>
    public static SqlLoyaltyStore PostgreSql(string connection, StoreOptions? options = null)
    {
        NpgsqlConnectionStringBuilder builder = new(connection);
        if (builder.MaxAutoPrepare == 0)
            builder.MaxAutoPrepare = 64;
        NpgsqlDataSource source = NpgsqlDataSource.Create(builder);
        return new(new PostgreSqlDialect(source, (options ?? new()).Checked()), source);
    }

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
    public ILoyaltyStore Within(DbTransaction transaction)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        StoreConnection connection = new(dialect, transaction.Connection ?? throw new ArgumentException("The transaction has ended.", nameof(transaction))) { Transaction = transaction };
        Check(connection);
        return new SharedTransaction(dialect, sql, connection);
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
        StoreConnection? connection;
        // One that was lost while it was idle is left behind.
        while (idle.TryPop(out connection) && connection.Connection.State != System.Data.ConnectionState.Open)
            connection.Dispose();
        connection ??= new StoreConnection(dialect, dialect.Connect());
        try
        {
            if (!isChecked)
                Check(connection);
            isChecked = true;
            return new SqlSession(dialect, sql, connection, isWriting, GiveBack);
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
