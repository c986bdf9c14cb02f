using System.Globalization;
using System.Reflection;

namespace CustomerValue.Storage;

/// <summary>Makes tables and brings them up to date, by the SQL that stands in the folder Schema.</summary>
internal sealed class SchemaMigrations(SqlDialect dialect)
{
    /// <summary>The version that this library writes: how many files there are.</summary>
    public const int Newest = 1;

    private readonly string table = dialect.Prefix + "schema";

    /// <exception cref="StoreException">The tables have another version.</exception>
    public void Check(StoreConnection connection)
    {
        int version = Version(connection);
        if (version != Newest)
            throw new StoreException(version == 0
                ? $"There are no tables with the prefix '{dialect.Prefix}' in this database; call Migrate once, or correct the prefix."
                : Other(version));
    }

    public int Run(StoreConnection connection)
    {
        connection.Transaction = connection.Connection.BeginTransaction();
        using (connection.Transaction)
        {
            int before = Version(connection);
            if (before > Newest)
                throw new StoreException(Other(before));
            if (before == 0)
                connection.Run($"CREATE TABLE {table} (version BIGINT NOT NULL)");
            for (int version = before + 1; version <= Newest; version++)
                connection.Run(Sql(version));
            if (before == 0)
                connection.Run($"INSERT INTO {table} (version) VALUES ($1)", (long)Newest);
            else if (before < Newest)
                connection.Run($"UPDATE {table} SET version = $1", (long)Newest);
            connection.Transaction.Commit();
            connection.Transaction = null;
            return before;
        }
    }

    private int Version(StoreConnection connection) =>
        connection.Number(dialect.FindTable, table.Substring(table.LastIndexOf('.') + 1)) == 0 ? 0 : (int)connection.Number($"SELECT version FROM {table}");

    private static string Other(int version) => version > Newest
        ? $"The tables have version {version} and this library knows up to {Newest}; use the newer library, nothing was changed."
        : $"The tables have version {version} and this library writes {Newest}; call Migrate to bring them up to date.";

    private string Sql(int version)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"{dialect.Name}/{version:0000}.sql");
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not in this library.");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd().Replace("{p}", dialect.Prefix, StringComparison.Ordinal).Replace("{i}", dialect.IndexPrefix, StringComparison.Ordinal);
    }
}
