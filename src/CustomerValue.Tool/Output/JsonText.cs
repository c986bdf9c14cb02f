using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CustomerValue.Tool.Output;

/// <summary>The one JSON document that a run with --json prints. Its shape is part of the command's contract, so it is written field by field.</summary>
internal static class JsonText
{
    // Read by programs and people, never put into HTML: Chinese stays Chinese.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Prints one object and a line end.</summary>
    public static void Print(TextWriter output, Action<Utf8JsonWriter> fields)
    {
        using MemoryStream buffer = new();
        using (Utf8JsonWriter json = new(buffer, Options))
        {
            json.WriteStartObject();
            fields(json);
            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    /// <summary>A number that comes back the same; null where it is not finite, which JSON can't say.</summary>
    public static void Number(this Utf8JsonWriter json, string name, double? value)
    {
        if (value is double number && double.IsFinite(number))
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }

    public static void Texts(this Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
