using System.Text.Json;

namespace CustomerValue.Json.Reading;

/// <summary>Reads a document of any length from a stream, token by token or one whole value at a time, with a buffer that grows to the longest value.</summary>
internal sealed class StreamedJson
{
    public const int LargestValue = 1 << 20;
    private readonly Stream stream;
    private readonly ProblemList problems;
    private byte[] buffer = new byte[1 << 16];
    private int start;
    private int end;
    private bool isFinal;
    private JsonReaderState state = new(new JsonReaderOptions { MaxDepth = StrictDocument.MaxDepth });

    public StreamedJson(Stream stream, ProblemList problems)
    {
        this.stream = stream;
        this.problems = problems;
        while (end < ByteOrderMark.Length && !isFinal)
            Fill();
        if (ByteOrderMark.Starts(buffer, end))
            start = ByteOrderMark.Length;
    }

    /// <summary>The next token; None at the end of the document.</summary>
    public JsonTokenType Next(out string? propertyName)
    {
        while (true)
        {
            Utf8JsonReader reader = Reader();
            if (reader.Read())
            {
                propertyName = reader.TokenType == JsonTokenType.PropertyName ? Untrusted.PropertyName(ref reader) : null;
                Advance(ref reader);
                return reader.TokenType;
            }

            propertyName = null;
            if (isFinal)
                return JsonTokenType.None;
            Fill();
        }
    }

    /// <summary>The next value whole; null at the end of an array, which is passed.</summary>
    public JsonDocument? NextValue()
    {
        while (true)
        {
            Utf8JsonReader reader = Reader();
            if (reader.Read())
            {
                JsonDocument? value = null;
                if (reader.TokenType == JsonTokenType.EndArray || JsonDocument.TryParseValue(ref reader, out value))
                {
                    Advance(ref reader);
                    return value;
                }
            }

            Fill();
        }
    }

    private Utf8JsonReader Reader() => new(buffer.AsSpan(start, end - start), isFinal, state);

    private void Advance(ref Utf8JsonReader reader)
    {
        start += (int)reader.BytesConsumed;
        state = reader.CurrentState;
    }

    private void Fill()
    {
        Buffer.BlockCopy(buffer, start, buffer, 0, end - start);
        end -= start;
        start = 0;
        if (end == LargestValue)
        {
            problems.Add(null, null, $"has a value longer than the {LargestValue >> 20} MiB that a card may have; is it another file?");
            problems.ThrowIfAny();
        }

        if (end == buffer.Length)
            Array.Resize(ref buffer, Math.Min(2 * buffer.Length, LargestValue));
        int read = stream.Read(buffer, end, buffer.Length - end);
        end += read;
        isFinal = read == 0;
    }
}
