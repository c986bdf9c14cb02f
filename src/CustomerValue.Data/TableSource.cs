namespace CustomerValue.Data;

/// <summary>Where rows come from: a file, or a query that DuckDB answers. Immutable.</summary>
public sealed class TableSource
{
    private TableSource(string name) => Name = name;

    /// <summary>What the source is called in problems: the path as given, or <c>query</c>.</summary>
    public string Name { get; }

    /// <summary>The path of the file, or null where the source is a query.</summary>
    public string? Path { get; private init; }

    /// <summary>The query, or null where the source is a file.</summary>
    public string? Sql { get; private init; }

    /// <summary>The DuckDB database that the query reads, or null for none.</summary>
    public string? Database { get; private init; }

    /// <summary>
    /// A CSV, gzipped CSV or Parquet file; its first bytes tell which. The path is a name, never a pattern: <c>*</c> and <c>?</c> stand for themselves.
    /// CSV is UTF-8 with a header; comma, semicolon, tab or pipe part the fields, whichever the header has most of.
    /// </summary>
    public static TableSource File(string path)
    {
        if (string.IsNullOrEmpty(path))
            throw new ArgumentException("A file has a path; got none.", nameof(path));
        return new(path) { Path = path };
    }

    /// <summary>Files in a row.</summary>
    public static IReadOnlyList<TableSource> Files(IEnumerable<string> paths) => paths.Select(File).ToArray();

    /// <summary>One SELECT of DuckDB's SQL. It may read tables of <paramref name="database"/> and files of this machine; nothing is fetched from a network and no extension is installed.</summary>
    /// <param name="sql">The query. It is run as it stands, so it must not be made of text from strangers.</param>
    /// <param name="database">A DuckDB database file, opened for reading only; null where the query names files itself.</param>
    public static TableSource Query(string sql, string? database = null)
    {
        if (string.IsNullOrWhiteSpace(sql))
            throw new ArgumentException("A query is one SELECT; got no text.", nameof(sql));
        return new("query") { Sql = sql, Database = database };
    }
}
