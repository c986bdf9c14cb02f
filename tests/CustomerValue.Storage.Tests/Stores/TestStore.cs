using System.Data.Common;
using System.Globalization;
using CustomerValue.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CustomerValue.Tests.Stores;

/// <summary>An empty database of a test: a file, or tables with a prefix of their own in the PostgreSQL that CUSTOMERVALUE_POSTGRES names.</summary>
internal sealed class TestStore : IDisposable
{
    private static readonly string Folder = Directory.CreateTempSubdirectory("customer-value-stores-").FullName;
    private static int made;
    private readonly List<SqlLoyaltyStore> opened = [];

    static TestStore() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Folder, true);

    private TestStore(string? path, StoreOptions options) => (Path, Options) = (path, options);

    public static string? Server => Environment.GetEnvironmentVariable("CUSTOMERVALUE_POSTGRES");

    /// <summary>The file, or null for a server.</summary>
    public string? Path { get; }

    public StoreOptions Options { get; }

    /// <summary>An empty database; skips the test where there is no server for it.</summary>
    public static TestStore Of(StoreKind kind)
    {
        if (kind == StoreKind.Sqlite)
            return Sqlite(false);
        SkipWithoutServer();
        return PostgreSql();
    }

    public static TestStore Sqlite() => Sqlite(false);

    public static TestStore Sqlite(bool waits)
    {
        TestStore store = new(System.IO.Path.Combine(Folder, Next() + ".db"), new() { WaitsForDisk = waits });
        store.Connect().Migrate();
        return store;
    }

    /// <summary>A file of SQLite in which there is nothing yet.</summary>
    public static TestStore Empty() => new(System.IO.Path.Combine(Folder, Next() + ".db"), new());

    public static TestStore PostgreSql()
    {
        TestStore store = new(null, new() { Prefix = string.Create(CultureInfo.InvariantCulture, $"t{Environment.ProcessId}_{Next()}_") });
        store.Connect().Migrate();
        return store;
    }

    public static void SkipWithoutServer() => Skip.If(Server is null, "CUSTOMERVALUE_POSTGRES names no PostgreSQL server; set it to a connection string to run this test.");

    /// <summary>The store, from a connection that was not there before.</summary>
    public SqlLoyaltyStore Open() => Connect();

    /// <summary>The same, with messages for others.</summary>
    public SqlLoyaltyStore OpenWithMessages() => Connect(Options with { KeepsMessages = true });

    /// <summary>A connection of the host.</summary>
    public DbConnection Connection() => Path is null ? new NpgsqlConnection(Server) : new SqliteConnection($"Data Source={Path};Pooling=False");

    /// <summary>Runs SQL beside the store, with its values as $1, $2, ….</summary>
    public object? Run(string sql, params object[] values)
    {
        using DbConnection connection = Connection();
        connection.Open();
        using DbCommand command = connection.CreateCommand();
        command.CommandText = sql.Replace("{p}", Options.Prefix, StringComparison.Ordinal);
        for (int at = 0; at < values.Length; at++)
        {
            DbParameter parameter = command.CreateParameter();
            parameter.ParameterName = Path is null ? "" : string.Create(CultureInfo.InvariantCulture, $"${at + 1}");
            parameter.Value = values[at];
            command.Parameters.Add(parameter);
        }

        return command.ExecuteScalar();
    }

    /// <summary>How the database goes about a question, as far as it knows what its tables hold.</summary>
    /// <param name="sql">The question.</param>
    /// <param name="values">Whole numbers in place of $1, $2, ….</param>
    public string Plan(string sql, params long[] values)
    {
        for (int at = values.Length; at > 0; at--)
            sql = sql.Replace(string.Create(CultureInfo.InvariantCulture, $"${at}"), values[at - 1].ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        using DbConnection connection = Connection();
        connection.Open();
        using DbCommand command = connection.CreateCommand();
        command.CommandText = (Path is null ? "EXPLAIN " : "EXPLAIN QUERY PLAN ") + sql;
        using DbDataReader rows = command.ExecuteReader();
        List<string> all = [];
        while (rows.Read())
            all.Add(rows.GetString(Path is null ? 0 : 3));
        return string.Join('\n', all);
    }

    /// <summary>How many bytes the store has on disk.</summary>
    public long Size() => Path is null
        ? (long)Run("SELECT sum(pg_total_relation_size(c.oid))::bigint FROM pg_class AS c WHERE c.relkind = 'r' AND starts_with(c.relname, $1)", Options.Prefix)!
        : new FileInfo(Path).Length;

    public void Dispose()
    {
        foreach (SqlLoyaltyStore store in opened)
            store.Dispose();
    }

    private SqlLoyaltyStore Connect(StoreOptions? options = null)
    {
        SqlLoyaltyStore store = Path is null ? SqlLoyaltyStore.PostgreSql(Server!, options ?? Options) : SqlLoyaltyStore.Sqlite(Path, options ?? Options);
        lock (opened)
            opened.Add(store);
        return store;
    }

    private static string Next() => Interlocked.Increment(ref made).ToString(CultureInfo.InvariantCulture);
}
