using CustomerValue.Validation;

namespace CustomerValue.Data;

/// <summary>Rows of a table one after the other, every field as UTF-8 text. The one form in which CSV, Parquet and queries are read, so that one set of rules judges them all.</summary>
internal abstract class RowReader(string source, CancellationToken cancellationToken) : IDisposable
{
    /// <summary>How often cancellation is looked at and progress is told of.</summary>
    public const int RowsBetweenChecks = 1 << 14;

    /// <summary>What the source is called in problems.</summary>
    public string Source { get; } = source;

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Columns { get; protected init; } = [];

    /// <summary>The number of the current row. In a CSV file the header is row 1; elsewhere the first row is row 1.</summary>
    public long Row { get; protected set; }

    /// <summary>Rows read so far, good or not, without header and blank lines.</summary>
    public long Rows { get; private set; }

    /// <summary>Why the current row can't be split into fields, or null where it can.</summary>
    public string? Broken { get; protected set; }

    /// <summary>How much of the source is read, 0 to 1; null where its size is unknown.</summary>
    public abstract double? Fraction { get; }

    /// <summary>Says which columns will be asked for. To be called once, before the first row.</summary>
    public virtual void Select(IReadOnlyCollection<int> columns)
    {
    }

    /// <summary>Moves to the next row; false after the last.</summary>
    /// <exception cref="DataRejectedException">The source can't be read further, or has no row at all.</exception>
    public bool Read()
    {
        if (Rows % RowsBetweenChecks == 0)
            cancellationToken.ThrowIfCancellationRequested();
        if (MoveNext())
        {
            Rows++;
            return true;
        }

        return Rows > 0 ? false : throw Refused(Source, "has columns but no rows; give at least one row.");
    }

    /// <summary>A field of the current row without surrounding spaces; empty where it has no value. Valid until the next <see cref="Read"/>.</summary>
    public abstract ReadOnlySpan<byte> Field(int column);

    public abstract void Dispose();

    /// <summary>Opens a source. <paramref name="cancellationToken"/> also ends a running query.</summary>
    /// <exception cref="DataRejectedException">The source is missing, unreadable, empty, or has no usable header.</exception>
    public static RowReader Open(TableSource source, CancellationToken cancellationToken) => Open(source, [], cancellationToken);

    /// <summary>Opens a source that may also be a plain list of numbers with these columns; see <see cref="CsvReader"/>.</summary>
    /// <exception cref="DataRejectedException">The source is missing, unreadable, empty, or has no usable header.</exception>
    public static RowReader Open(TableSource source, IReadOnlyList<string> plainColumns, CancellationToken cancellationToken)
    {
        if (source.Path is not { } path)
            return DuckDbReader.OpenQuery(source, cancellationToken);
        if (Directory.Exists(path))
            throw Refused(path, "is a folder; name the files in it one by one.");
        if (!File.Exists(path))
            throw Refused(path, "doesn't exist; check the name and the folder.");
        try
        {
            FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
            try
            {
                Span<byte> magic = stackalloc byte[4];
                magic = magic[..file.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false)];
                file.Position = 0;
                if (!magic.SequenceEqual("PAR1"u8))
                    return new CsvReader(path, file, gzip: magic.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]), plainColumns, cancellationToken);
            }
            catch
            {
                file.Dispose();
                throw;
            }

            file.Dispose();
            return DuckDbReader.OpenParquet(path, cancellationToken);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Refused(path, $"can't be read: {error.Message}");
        }
    }

    protected abstract bool MoveNext();

    protected static DataRejectedException Refused(string source, string message) => new(new DataProblem { Source = source, Message = message });

    protected static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> field) => field.Length > 0 && (field[0] == ' ' || field[^1] == ' ') ? field.Trim((byte)' ') : field;
}
