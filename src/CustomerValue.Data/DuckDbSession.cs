using System.Globalization;
using DuckDB.NET.Data;

namespace CustomerValue.Data;

/// <summary>A DuckDB that lives as long as one read, and how names become SQL: quoted, always.</summary>
internal static class DuckDbSession
{
    /// <summary>
    /// Opens a database in memory, with <paramref name="database"/> attached for reading where one is given. It installs and loads nothing,
    /// so it reaches no network; it takes at most half of the memory and spills to the system's folder for temporary files.
    /// </summary>
    public static DuckDBConnection Open(string? database)
    {
        DuckDBConnection connection = new("DataSource=:memory:");
        connection.Open();
        long megabytes = Math.Max(256, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2 / (1 << 20));
        Run(connection, "SET autoinstall_known_extensions = false");
        Run(connection, "SET autoload_known_extensions = false");
        Run(connection, $"SET memory_limit = '{megabytes.ToString(CultureInfo.InvariantCulture)}MiB'");
        Run(connection, $"SET temp_directory = {Literal(Path.Combine(Path.GetTempPath(), "customer-value-" + Guid.NewGuid().ToString("N")))}");
        if (database is not null)
        {
            Run(connection, $"ATTACH {Literal(database)} AS given (READ_ONLY)");
            Run(connection, "USE given");
        }

        return connection;
    }

    /// <summary>Runs a statement of our own.</summary>
    public static void Run(DuckDBConnection connection, string sql)
    {
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The columns of a table, a table function or a bracketed query.</summary>
    public static string[] ColumnNames(DuckDBConnection connection, string table)
    {
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM {table} LIMIT 0";
        using DuckDBDataReader reader = command.ExecuteReader();
        return Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToArray();
    }

    /// <summary>How many rows a table has.</summary>
    public static long CountRows(DuckDBConnection connection, string table)
    {
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM {table}";
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    /// <summary>A text as an SQL literal.</summary>
    public static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>A name as an SQL identifier.</summary>
    public static string Identifier(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>A path as an SQL literal in which no letter is a pattern.</summary>
    public static string FileLiteral(string path) => Literal(string.Concat(path.Select(letter => letter is '*' or '?' or '[' ? $"[{letter}]" : letter.ToString())));

    /// <summary>An engine's message without line breaks and without the picture of the query.</summary>
    public static string OneLine(string? message)
    {
        string text = message ?? "no reason was given";
        int picture = text.IndexOf("\n\nLINE ", StringComparison.Ordinal);
        return string.Join(' ', (picture < 0 ? text : text[..picture]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
