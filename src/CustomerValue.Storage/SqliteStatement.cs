using CustomerValue.Loyalty.Ledger;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CustomerValue.Storage;

/// <summary>A prepared statement of SQLite that is run many times. ADO.NET takes longer to bind a row's values by name and to make a reader for it than SQLite does to insert it.</summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    private int bound;

    public SqliteStatement(SqliteConnection connection, string sql)
    {
        database = connection.Handle ?? throw new InvalidOperationException("The connection is closed.");
        // $2 is a name to SQLite, whose place is where it is met first; ?2 is the second one.
        Check(raw.sqlite3_prepare_v2(database, sql.Replace('$', '?'), out statement));
    }

    public SqliteStatement Add(long value)
    {
        Check(raw.sqlite3_bind_int64(statement, ++bound, value));
        return this;
    }

    public SqliteStatement Add(long? value) => value is { } number ? Add(number) : AddNull();

    public SqliteStatement Add(string? value)
    {
        if (value is null)
            return AddNull();
        Check(raw.sqlite3_bind_text(statement, ++bound, value));
        return this;
    }

    public SqliteStatement Add(ReadOnlySpan<byte> value)
    {
        Check(raw.sqlite3_bind_blob(statement, ++bound, value));
        return this;
    }

    public SqliteStatement Add(in EntryHash hash)
    {
        Span<byte> bytes = stackalloc byte[32];
        hash.CopyTo(bytes);
        return Add(bytes);
    }

    /// <summary>Runs it with the values that were added since it ran last.</summary>
    public void Run()
    {
        bound = 0;
        // What went wrong is told once more by the reset, after which the statement can be used again.
        raw.sqlite3_step(statement);
        Check(raw.sqlite3_reset(statement));
    }

    /// <summary>Whether it finds a row.</summary>
    public bool Finds()
    {
        bound = 0;
        bool found = raw.sqlite3_step(statement) == raw.SQLITE_ROW;
        Check(raw.sqlite3_reset(statement));
        return found;
    }

    public void Dispose() => statement.Dispose();

    private SqliteStatement AddNull()
    {
        Check(raw.sqlite3_bind_null(statement, ++bound));
        return this;
    }

    private void Check(int answer) => SqliteException.ThrowExceptionForRC(answer, database);
}
