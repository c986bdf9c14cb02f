using System.Text;
using System.Text.Unicode;

namespace CustomerValue.Data;

/// <summary>
/// CSV as RFC 4180 has it, in one pass and bounded memory: fields may be quoted, quotes in them doubled, line ends in them kept. A
/// row that can't be split is told of and passed over; reading goes on with the line after the one where it began.
/// </summary>
internal sealed class CsvReader : RowReader
{
    /// <summary>The longest row, in bytes.</summary>
    public const int LongestRow = 1 << 20;

    private readonly FileStream file;
    private readonly GzipInput? unpacked;
    private readonly byte[] buffer = new byte[2 * LongestRow];
    private readonly byte delimiter;
    private readonly CsvRecord record = new();
    private int start;
    private int end;
    private bool ended;
    private bool suspect;

    /// <summary>Opens a CSV file and reads its header. Owns <paramref name="file"/> once it is made.</summary>
    /// <param name="source">What the file is called in problems.</param>
    /// <param name="file">The file.</param>
    /// <param name="gzip">Whether it is packed.</param>
    /// <param name="plainColumns">
    /// The names of columns of a file that may be a plain list of numbers: comments behind # first, no header, a blank or a tab between numbers. Empty where it may not.
    /// </param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public CsvReader(string source, FileStream file, bool gzip, IReadOnlyList<string> plainColumns, CancellationToken cancellationToken)
        : base(source, cancellationToken)
    {
        this.file = file;
        unpacked = gzip ? new GzipInput(file) : null;
        while (end - start <= LongestRow && Fill())
        {
        }

        if (buffer.AsSpan(0, end).StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || buffer.AsSpan(0, end).StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            throw Refused(source, "is UTF-16 text; save it as CSV in UTF-8.");
        if (buffer.AsSpan(0, end).StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            start = 3;
        if (start == end)
            throw Refused(source, "is empty; the first row must name the columns.");
        while (plainColumns.Count > 0 && end > start && buffer[start] == '#')
        {
            SkipLine();
            Row++;
        }

        if (PlainList.Find(buffer.AsSpan(start, end - start)) is var (between, fields) && fields <= plainColumns.Count)
        {
            (delimiter, Columns, IsPlainList) = (between, [.. plainColumns.Take(fields)], true);
            return;
        }

        delimiter = CsvRecord.FindDelimiter(buffer.AsSpan(start, end - start));
        Row++;
        ReadRecord();
        if (Broken is not null)
            throw Refused(source, $"is no table: its header, row 1, {Broken} Give CSV in UTF-8, gzipped CSV or Parquet.");
        Columns = Enumerable.Range(0, record.Fields).Select(column => Encoding.UTF8.GetString(Field(column)).Trim()).ToArray();
        if (Columns.Any(name => name.Contains('\r', StringComparison.Ordinal)))
            throw Refused(source, "ends its lines with CR alone; save it with LF or CR LF.");
    }

    /// <summary>Whether the file is a plain list of numbers, whose columns have no names of their own.</summary>
    public bool IsPlainList { get; }

    public override double? Fraction => (double)file.Position / file.Length;

    public override ReadOnlySpan<byte> Field(int column) => Trim(record.Field(buffer, column));

    public override void Dispose()
    {
        unpacked?.Dispose();
        file.Dispose();
    }

    protected override bool MoveNext()
    {
        do
        {
            if (start == end && !Fill())
                return false;
            Row++;
            Broken = null;
            ReadRecord();
        }
        while (Broken is null && record.IsBlank && Columns.Count > 1);

        if (Broken is null && record.Fields != Columns.Count)
            Broken = $"has {record.Fields} fields, but the header has {Columns.Count}; give every row as many, and quote a field that holds the delimiter.";
        return true;
    }

    private void ReadRecord()
    {
        int length;
        while ((length = record.Split(buffer, start, end, delimiter, ended)) == CsvRecord.NeedsMore)
        {
            if (end - start <= LongestRow)
            {
                Fill();
                continue;
            }

            Broken = buffer.AsSpan(start, LongestRow).Contains((byte)'\n')
                ? "opens a quote that isn't closed within 1 MiB; close it, or double the quotes inside a field."
                : "is longer than 1 MiB; a row may have 1,048,576 bytes.";
            SkipLine();
            return;
        }

        if (length == CsvRecord.BadQuotes)
        {
            Broken = "has a quote that isn't closed, or text behind a closing quote; double the quotes inside a field.";
            SkipLine();
            return;
        }

        if (suspect)
            Broken = WhyNoText(buffer.AsSpan(start, length));
        record.Undouble(buffer);
        start += length;
    }

    private static string? WhyNoText(ReadOnlySpan<byte> row)
    {
        if (row.Contains((byte)0))
            return "has a zero byte, which no text has; is this a binary file?";
        return Utf8.IsValid(row) ? null : "has bytes that are not UTF-8; save the file as UTF-8.";
    }

    private void SkipLine()
    {
        int newline;
        while ((newline = buffer.AsSpan(start, end - start).IndexOf((byte)'\n')) < 0)
        {
            start = end;
            if (!Fill())
                return;
        }

        start += newline + 1;
    }

    /// <summary>Reads on; what is still needed moves to the front. False at the end of the file.</summary>
    private bool Fill()
    {
        buffer.AsSpan(start, end - start).CopyTo(buffer);
        end -= start;
        start = 0;
        int got = ReadFile(buffer.AsSpan(end));
        ended = got == 0;
        end += got;
        suspect = !Ascii.IsValid(buffer.AsSpan(0, end)) || buffer.AsSpan(0, end).Contains((byte)0);
        return got > 0;
    }

    private int ReadFile(Span<byte> target)
    {
        try
        {
            return unpacked?.Read(target) ?? file.Read(target);
        }
        catch (Exception error) when (error is IOException or InvalidDataException)
        {
            throw Refused(Source, $"can't be read behind row {Row}: {error.Message}");
        }
    }
}
