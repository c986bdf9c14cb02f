namespace CustomerValue.Json.Reading;

/// <summary>Reads lines of bytes one after another, none longer than a bound.</summary>
internal sealed class LineReader(Stream stream, int longest, string? source)
{
    private byte[] buffer = new byte[1 << 16];
    private int start;
    private int end;

    /// <summary>The line that was read last, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>Whether it has nothing but white space.</summary>
    public bool IsBlank { get; private set; }

    /// <summary>The next line without its end, valid until the next call; null at the end of the stream.</summary>
    public ReadOnlyMemory<byte>? Next()
    {
        int seen = start;
        while (true)
        {
            int feed = Array.IndexOf(buffer, (byte)'\n', seen, end - seen);
            if (feed >= 0)
                return Take(feed, feed + 1);
            seen = end - start;
            if (!Fill())
            {
                // Without its type null would become an empty line: an array converts, and null is one.
                ReadOnlyMemory<byte>? nothing = null;
                return start == end ? nothing : Take(end, end);
            }
            seen += start;
        }
    }

    private ReadOnlyMemory<byte> Take(int until, int next)
    {
        int from = start;
        start = next;
        if (++Number == 1 && until - from >= ByteOrderMark.Length && buffer[from] == 0xEF && buffer[from + 1] == 0xBB && buffer[from + 2] == 0xBF)
            from += ByteOrderMark.Length;
        ReadOnlyMemory<byte> line = buffer.AsMemory(from, until - from);
        IsBlank = true;
        foreach (byte letter in line.Span)
            IsBlank &= letter is (byte)' ' or (byte)'\t' or (byte)'\r';
        return line;
    }

    private bool Fill()
    {
        Buffer.BlockCopy(buffer, start, buffer, 0, end - start);
        end -= start;
        start = 0;
        if (end > longest)
        {
            ProblemList problems = new(source);
            problems.Add(null, null, $"is longer than the {longest >> 20} MiB that a line may have; is it another file?", Number + 1);
            problems.ThrowIfAny();
        }

        if (end == buffer.Length)
            Array.Resize(ref buffer, Math.Min(2 * buffer.Length, longest + 2));
        int read = stream.Read(buffer, end, buffer.Length - end);
        end += read;
        return read > 0;
    }
}
