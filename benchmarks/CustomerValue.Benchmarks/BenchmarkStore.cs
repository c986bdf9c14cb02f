using System.Data.Common;
using CustomerValue.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CustomerValue.Benchmarks;

/// <summary>A database that is made anew for each iteration.</summary>
internal sealed class BenchmarkStore : IDisposable
{
    private readonly string name;
    private readonly string? file;

    private BenchmarkStore(string name, string? file) => (this.name, this.file) = (name, file);

    public static string? Server => Environment.GetEnvironmentVariable("CUSTOMERVALUE_POSTGRES");

    public SqlLoyaltyStore Store { get; private set; } = null!;

    public bool IsRemote => file is null;

    public static BenchmarkStore Of(string target, string name) =>
        new(name, target.StartsWith("sqlite", StringComparison.Ordinal) ? Path.Combine(Directory.CreateTempSubdirectory("customer-value-").FullName, name + ".db") : null);

    public void Empty()
    {
        Store?.Dispose();
        if (file is not null)
        {
            foreach (string part in new[] { file, file + "-wal", file + "-shm" })
                File.Delete(part);
            Store = SqlLoyaltyStore.Sqlite(file);
        }
        else
        {
            Run($"DROP SCHEMA IF EXISTS {name} CASCADE");
            Run($"CREATE SCHEMA {name}");
            Run("CHECKPOINT");
            Store = SqlLoyaltyStore.PostgreSql(Server!, new() { Schema = name });
        }

        Store.Migrate();
    }

    /// <summary>A connection as the store has it.</summary>
    public DbConnection Connect()
    {
        if (file is null)
        {
            NpgsqlConnection server = new(Server + $";Search Path={name};Max Auto Prepare=64");
            server.Open();
            return server;
        }

        SqliteConnection connection = new($"Data Source={file};Pooling=False;Foreign Keys=True");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;";
        command.ExecuteNonQuery();
        return connection;
    }

    public void Dispose()
    {
        Store?.Dispose();
        if (file is not null)
            Directory.Delete(Path.GetDirectoryName(file)!, true);
        else
            Run($"DROP SCHEMA IF EXISTS {name} CASCADE");
    }

    private static void Run(string sql)
    {
        using NpgsqlConnection connection = new(Server);
        connection.Open();
        using NpgsqlCommand command = new(sql, connection);
        command.ExecuteNonQuery();
    }
}
