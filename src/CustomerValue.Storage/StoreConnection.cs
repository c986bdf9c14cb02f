using System.Data.Common;
using System.Globalization;
using CustomerValue.Loyalty.Stores;

namespace CustomerValue.Storage;

/// <summary>A connection with the statements that it has prepared.</summary>
internal sealed class StoreConnection(SqlDialect dialect, DbConnection connection) : IDisposable
{
    private readonly Dictionary<string, DbCommand> commands = new(StringComparer.Ordinal);

    public DbConnection Connection => connection;

    public DbTransaction? Transaction { get; set; }

    /// <summary>How often this connection has committed.</summary>
    public long Commits { get; set; }

    /// <summary>What writes to SQLite, once something was written.</summary>
    public SqliteWriter? Writer { get; set; }

    public long Number(string sql, params object?[] values) => Command(sql, values).ExecuteScalar() is { } value and not DBNull ? Convert.ToInt64(value, CultureInfo.InvariantCulture) : 0;

    public DbDataReader Query(string sql, params object?[] values) => Command(sql, values).ExecuteReader();

    public int Run(string sql, params object?[] values) => Command(sql, values).ExecuteNonQuery();

    /// <summary>A statement with its values in place.</summary>
    private DbCommand Command(string sql, object?[] values)
    {
        if (!commands.TryGetValue(sql, out DbCommand? command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            for (int at = 0; at < values.Length; at++)
            {
                DbParameter parameter = command.CreateParameter();
                parameter.ParameterName = dialect.Parameter(at + 1);
                command.Parameters.Add(parameter);
            }

            commands[sql] = command;
        }

        command.Transaction = Transaction;
        for (int at = 0; at < values.Length; at++)
            command.Parameters[at].Value = values[at] ?? DBNull.Value;
        return command;
    }

    public void Dispose()
    {
        Writer?.Dispose();
        foreach (DbCommand command in commands.Values)
            command.Dispose();
        connection.Dispose();
    }

    /// <summary>Runs what the database may refuse because another writer was quicker.</summary>
    public T Try<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (DbException error) when (dialect.IsConflict(error))
        {
            throw new StoreConflictException("Another writer was quicker, or keeps the database busy; nothing was written. Send the same event again.", error);
        }
    }
}
