using System.Text.Json;

namespace CustomerValue.Json.Reading;

/// <summary>Reads one small document as a whole: one object, nothing after it, no comments, nothing unknown, and every problem at once.</summary>
internal static class StrictDocument
{
    public const int MaxDepth = 32;
    public const int LargestDocument = 16 << 20;

    public static T Read<T>(Stream stream, string? source, Func<StrictObject, T> read)
    {
        if (stream is null)
            throw new ArgumentNullException(nameof(stream));
        ProblemList problems = new(source);
        using JsonDocument document = Parse(Load(stream, problems), problems);
        T? result = new StrictValue(document.RootElement, "$", problems).Object(read);
        problems.ThrowIfAny();
        return result!;
    }

    /// <summary>Reads one line of a file as a document; its problems name the line.</summary>
    public static T ReadLine<T>(ReadOnlyMemory<byte> text, long line, string? source, Func<StrictObject, T> read)
    {
        ProblemList problems = new(source) { Row = line };
        using JsonDocument document = Parse(text, problems);
        T? result = new StrictValue(document.RootElement, "$", problems).Object(read);
        problems.ThrowIfAny();
        return result!;
    }

    /// <summary>Whether the document is an object with this field.</summary>
    public static bool HasField(Stream stream, string name)
    {
        using JsonDocument document = JsonDocument.Parse(Load(stream, new ProblemList(null)), new JsonDocumentOptions { MaxDepth = MaxDepth });
        return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty(name, out _);
    }

    /// <summary>Refuses a text that is no JSON, with the line (from 1) as row.</summary>
    public static void Refuse(JsonException exception, ProblemList problems)
    {
        problems.Add(null, null, $"not the JSON that is allowed here: {Untrusted.Say(exception)} (byte {exception.BytePositionInLine + 1} of the line)", exception.LineNumber + 1);
        problems.ThrowIfAny();
    }

    private static ReadOnlyMemory<byte> Load(Stream stream, ProblemList problems)
    {
        using MemoryStream text = new();
        byte[] buffer = new byte[1 << 16];
        for (int read; (read = stream.Read(buffer, 0, buffer.Length)) > 0;)
        {
            text.Write(buffer, 0, read);
            if (text.Length <= LargestDocument)
                continue;
            problems.Add(null, null, $"longer than the {LargestDocument >> 20} MiB that a model or a segmentation may have; is it another file?");
            problems.ThrowIfAny();
        }

        byte[] bytes = text.ToArray();
        return ByteOrderMark.Starts(bytes, bytes.Length) ? bytes.AsMemory(ByteOrderMark.Length) : bytes;
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> text, ProblemList problems)
    {
        try
        {
            return JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = MaxDepth });
        }
        catch (JsonException exception)
        {
            Refuse(exception, problems);
            throw;
        }
    }
}
