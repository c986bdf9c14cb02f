using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace CustomerValue.Data;

/// <summary>
/// Writes CSV as RFC 4180 has it: UTF-8 without a mark, commas, LF, quotes where needed. Numbers are written so that they read back
/// to the last bit (at most 17 digits), with a point; texts as <see cref="CsvText"/> says. Every row must have as many fields as the first.
/// </summary>
public sealed class CsvWriter : IDisposable
{
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",\"\r\n");
    private readonly Stream stream;
    private readonly byte[] buffer = new byte[1 << 16];
    private int used;
    private int fields;
    private int? width;

    /// <summary>Writes to a stream, which stays open.</summary>
    public CsvWriter(Stream stream) => this.stream = stream ?? throw new ArgumentNullException(nameof(stream));

    /// <summary>Writes a row of texts, such as the header.</summary>
    public void Header(params IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        foreach (string name in names)
            Text(name);
        EndRow();
    }

    /// <summary>Adds a text; null is an empty field.</summary>
    public void Text(string? text)
    {
        Begin();
        if (string.IsNullOrEmpty(text))
            return;
        text = CsvText.Neutralise(text);
        bool quoted = text.AsSpan().ContainsAny(NeedQuotes) || text[0] == ' ' || text[^1] == ' ';
        Write(quoted ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text);
    }

    /// <summary>Adds a finite number; null is an empty field.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not finite: nothing of that kind is ever written.</exception>
    public void Number(double? number)
    {
        if (number is { } value && !double.IsFinite(value))
            throw new ArgumentOutOfRangeException(nameof(number), value, "Only finite numbers are written; leave the field empty where there is no value.");
        Format(number);
    }

    /// <summary>Adds a whole number; null is an empty field.</summary>
    public void Number(long? number) => Format(number);

    /// <summary>Adds a decimal number; null is an empty field.</summary>
    public void Number(decimal? number) => Format(number);

    /// <summary>Ends the row.</summary>
    /// <exception cref="InvalidOperationException">The row has another number of fields than the first.</exception>
    public void EndRow()
    {
        width ??= fields;
        if (fields != width)
            throw new InvalidOperationException($"The row has {fields} fields, the first had {width}.");
        Room(1);
        buffer[used++] = (byte)'\n';
        fields = 0;
    }

    /// <summary>Hands what is written to the stream.</summary>
    public void Flush()
    {
        stream.Write(buffer, 0, used);
        used = 0;
    }

    /// <summary>Flushes.</summary>
    public void Dispose() => Flush();

    private void Begin()
    {
        if (fields++ == 0)
            return;
        Room(1);
        buffer[used++] = (byte)',';
    }

    private void Format<T>(T? number)
        where T : struct, IUtf8SpanFormattable
    {
        Begin();
        Room(64);
        if (number is not { } value)
            return;
        value.TryFormat(buffer.AsSpan(used), out int written, default, CultureInfo.InvariantCulture);
        used += written;
    }

    private void Write(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            Utf8.FromUtf16(text, buffer.AsSpan(used), out int read, out int written);
            used += written;
            text = text[read..];
            if (!text.IsEmpty)
                Flush();
        }
    }

    private void Room(int bytes)
    {
        if (buffer.Length - used < bytes)
            Flush();
    }
}
