using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using CustomerValue.Validation;
using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace CustomerValue.Data;

/// <summary>The rows of a Parquet file or a query, streamed from DuckDB in chunks, every column as text.</summary>
internal sealed unsafe class DuckDbReader : RowReader
{
    private readonly DuckDBConnection connection;
    private readonly string table;
    private readonly long? rows;
    private readonly CancellationToken cancellationToken;
    private readonly CancellationTokenRegistration interruption;
    private readonly int[] vectorOf;
    private DuckDBString*[] texts = [];
    private ulong*[] valid = [];
    private DuckDBPreparedStatement? statement;
    private DuckDBResult result;
    private DuckDBDataChunk? chunk;
    private int chunkRows;
    private int at;
    private bool askedAgain;

    private DuckDbReader(string source, DuckDBConnection connection, string table, bool counted, CancellationToken cancellationToken)
        : base(source, cancellationToken)
    {
        this.connection = connection;
        this.table = table;
        this.cancellationToken = cancellationToken;
        Columns = DuckDbSession.ColumnNames(connection, table);
        vectorOf = new int[Columns.Count];
        rows = counted ? DuckDbSession.CountRows(connection, table) : null;
        interruption = cancellationToken.Register(() => NativeMethods.Startup.DuckDBInterrupt(connection.NativeConnection));
    }

    public override double? Fraction => rows is > 0 ? (double)Row / rows : null;

    /// <summary>Opens a Parquet file.</summary>
    public static DuckDbReader OpenParquet(string path, CancellationToken cancellationToken) =>
        Open(path, null, $"read_parquet({DuckDbSession.FileLiteral(path)})", counted: true, cancellationToken);

    /// <summary>Opens a query.</summary>
    public static DuckDbReader OpenQuery(TableSource source, CancellationToken cancellationToken) =>
        Open(source.Name, source.Database, $"(\n{source.Sql!.TrimEnd().TrimEnd(';')}\n)", counted: false, cancellationToken);

    public override void Select(IReadOnlyCollection<int> columns)
    {
        string list = string.Join(", ", columns.Select(column => $"CAST({DuckDbSession.Identifier(Columns[column])} AS VARCHAR)"));
        int vector = 0;
        foreach (int column in columns)
            vectorOf[column] = vector++;
        texts = new DuckDBString*[columns.Count];
        valid = new ulong*[columns.Count];
        NativeMethods.PreparedStatements.DuckDBPrepare(connection.NativeConnection, $"SELECT {list} FROM {table}", out statement);
        Start();
    }

    public override ReadOnlySpan<byte> Field(int column)
    {
        int vector = vectorOf[column];
        if (valid[vector] != null && (valid[vector][at >> 6] >> (at & 63) & 1) == 0)
            return default;
        DuckDBString* text = texts[vector] + at;
        return Trim(new(text->Data, text->Length));
    }

    public override void Dispose()
    {
        interruption.Dispose();
        chunk?.Dispose();
        NativeMethods.Query.DuckDBDestroyResult(ref result);
        statement?.Dispose();
        connection.Dispose();
    }

    protected override bool MoveNext()
    {
        if (++at >= chunkRows && !NextChunk())
            return false;
        Row++;
        return true;
    }

    private static DuckDbReader Open(string source, string? database, string table, bool counted, CancellationToken cancellationToken)
    {
        DuckDBConnection? connection = null;
        try
        {
            connection = DuckDbSession.Open(database);
            return new(source, connection, table, counted, cancellationToken);
        }
        catch (DuckDBException error)
        {
            connection?.Dispose();
            throw Refused(source, $"can't be read: {DuckDbSession.OneLine(error.Message)}");
        }
    }

    private void Start()
    {
        if (NativeMethods.PreparedStatements.DuckDBExecutePreparedStreaming(statement!, out result) != DuckDBState.Success)
            Fail();
    }

    private bool NextChunk()
    {
        chunk?.Dispose();
        chunk = NativeMethods.StreamingResult.DuckDBStreamFetchChunk(result);
        chunkRows = chunk.IsInvalid ? 0 : (int)NativeMethods.DataChunks.DuckDBDataChunkGetSize(chunk);
        at = 0;
        if (chunkRows == 0)
        {
            if (!string.IsNullOrEmpty(NativeMethods.Query.DuckDBResultError(ref result)))
                Fail();
            return false;
        }

        for (int vector = 0; vector < texts.Length; vector++)
        {
            nint data = NativeMethods.DataChunks.DuckDBDataChunkGetVector(chunk, vector);
            texts[vector] = (DuckDBString*)NativeMethods.Vectors.DuckDBVectorGetData(data);
            valid[vector] = NativeMethods.Vectors.DuckDBVectorGetValidity(data);
        }

        return true;
    }

    [DoesNotReturn]
    private void Fail()
    {
        cancellationToken.ThrowIfCancellationRequested();
        string error = DuckDbSession.OneLine(NativeMethods.Query.DuckDBResultError(ref result));
        if (error.StartsWith("INTERRUPT", StringComparison.Ordinal) && !askedAgain)
        {
            // Of several threads one may tell that it was stopped before another tells why: one alone tells why.
            askedAgain = true;
            NativeMethods.Query.DuckDBDestroyResult(ref result);
            DuckDbSession.Run(connection, "SET threads = 1");
            Start();
            while (NextChunk())
            {
            }
        }

        throw Refused(Source, $"can't be read behind row {Row.ToString(CultureInfo.InvariantCulture)}: {error}");
    }
}
