namespace CustomerValue.Data;

/// <summary>Where the fields of one CSV record lie in the reader's buffer.</summary>
internal sealed class CsvRecord
{
    /// <summary>The record doesn't end in the bytes given.</summary>
    public const int NeedsMore = -1;

    /// <summary>A quote isn't closed, or text follows a closing quote.</summary>
    public const int BadQuotes = -2;

    private (int Start, int Length, bool Doubled)[] fields = new (int, int, bool)[32];

    /// <summary>How many fields.</summary>
    public int Fields { get; private set; }

    /// <summary>Whether the line is empty.</summary>
    public bool IsBlank => Fields == 1 && fields[0].Length == 0;

    /// <summary>The bytes of a field, without its quotes.</summary>
    public ReadOnlySpan<byte> Field(byte[] buffer, int column) => buffer.AsSpan(fields[column].Start, fields[column].Length);

    /// <summary>The delimiter that the first line has most of, outside of quotes; a comma where it has none.</summary>
    public static byte FindDelimiter(ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte> delimiters = ",;\t|"u8;
        Span<int> counts = stackalloc int[delimiters.Length];
        bool quoted = false;
        foreach (byte letter in text)
        {
            if (letter == '"')
                quoted = !quoted;
            else if (letter == '\n' && !quoted)
                break;
            else if (!quoted && delimiters.IndexOf(letter) is >= 0 and int which)
                counts[which]++;
        }

        int most = 0;
        for (int which = 1; which < counts.Length; which++)
        {
            if (counts[which] > counts[most])
                most = which;
        }

        return delimiters[most];
    }

    /// <summary>Finds the fields of the record that begins at <paramref name="start"/>. Returns its length with its line end, <see cref="NeedsMore"/> or <see cref="BadQuotes"/>.</summary>
    /// <param name="buffer">The bytes.</param>
    /// <param name="start">Where the record begins.</param>
    /// <param name="end">Where the bytes read so far end.</param>
    /// <param name="delimiter">What parts the fields.</param>
    /// <param name="ended">Whether the file ends there too.</param>
    public int Split(byte[] buffer, int start, int end, byte delimiter, bool ended)
    {
        ReadOnlySpan<byte> text = buffer.AsSpan(0, end);
        Fields = 0;
        int at = start;
        while (true)
        {
            int first = at;
            int last;
            bool hasDoubled = false;
            if (at < end && text[at] == '"')
            {
                first++;
                last = ClosingQuote(text, first, ended, ref hasDoubled);
                if (last < 0)
                    return last;
                at = last + 1;
                if (at + 1 < end && text[at] == '\r' && text[at + 1] == '\n')
                    at++;
                else if (at < end && text[at] == '\r')
                    return ended ? BadQuotes : NeedsMore;
                if (at < end && text[at] != delimiter && text[at] != '\n')
                    return BadQuotes;
                if (at == end && !ended)
                    return NeedsMore;
            }
            else
            {
                int length = text[at..].IndexOfAny(delimiter, (byte)'\n');
                if (length < 0 && !ended)
                    return NeedsMore;
                at = last = length < 0 ? end : at + length;
                if (last > first && text[last - 1] == '\r' && (at == end || text[at] == '\n'))
                    last--;
            }

            Add((first, last - first, hasDoubled));
            if (at == end)
                return end - start;
            if (text[at++] == '\n')
                return at - start;
        }
    }

    /// <summary>Makes doubled quotes single, in the buffer.</summary>
    public void Undouble(byte[] buffer)
    {
        for (int column = 0; column < Fields; column++)
        {
            (int start, int length, bool doubled) = fields[column];
            if (!doubled)
                continue;
            int kept = start;
            for (int at = start; at < start + length; at++)
            {
                buffer[kept++] = buffer[at];
                if (buffer[at] == '"')
                    at++;
            }

            fields[column] = (start, kept - start, false);
        }
    }

    private static int ClosingQuote(ReadOnlySpan<byte> text, int at, bool ended, ref bool hasDoubled)
    {
        while (true)
        {
            int length = text[at..].IndexOf((byte)'"');
            if (length < 0)
                return ended ? BadQuotes : NeedsMore;
            at += length;
            if (at + 1 == text.Length && !ended)
                return NeedsMore;
            if (at + 1 == text.Length || text[at + 1] != '"')
                return at;
            hasDoubled = true;
            at += 2;
        }
    }

    private void Add((int Start, int Length, bool Doubled) field)
    {
        if (Fields == fields.Length)
            Array.Resize(ref fields, 2 * Fields);
        fields[Fields++] = field;
    }
}
