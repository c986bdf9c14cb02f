using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using CustomerValue.Labels;

namespace CustomerValue.Json.Writing;

/// <summary>How documents are written: indented, Chinese as Chinese, and what would be markup in a page escaped.</summary>
internal static class JsonForm
{
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);

    public static JsonWriterOptions Indented { get; } = new() { Encoder = Encoder, Indented = true };

    public static JsonWriterOptions OneLine { get; } = new() { Encoder = Encoder };

    /// <summary>Writes an indented document that ends with a line feed.</summary>
    public static void WriteDocument(Stream stream, Action<Utf8JsonWriter> write)
    {
        if (stream is null)
            throw new ArgumentNullException(nameof(stream));
        using (Utf8JsonWriter writer = new(stream, Indented))
            write(writer);
        stream.WriteByte((byte)'\n');
    }

    public static void WriteText(this Utf8JsonWriter writer, string name, LocalizedText text)
    {
        writer.WritePropertyName(name);
        writer.WriteText(text);
    }

    public static void WriteText(this Utf8JsonWriter writer, LocalizedText text)
    {
        writer.WriteStartObject();
        writer.WriteString("en", text.English);
        writer.WriteString("zh-CN", text.Chinese);
        writer.WriteEndObject();
    }
}
