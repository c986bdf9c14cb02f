using System.Text.Json;

namespace CustomerValue.Json.Reading;

/// <summary>Text of a document that may not be text at all: the parser lets broken UTF-8 and lone surrogates through, and only reading them as text finds out.</summary>
internal static class Untrusted
{
    public static string? Text(JsonElement element) => Decode(element.GetString);

    public static string? Name(JsonProperty property) => Decode(() => property.Name);

    public static string? PropertyName(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A value as it stands, to be quoted in a problem.</summary>
    public static string Quote(JsonElement element)
    {
        const int longest = 200;
        string text = Decode(element.GetRawText) ?? "text that is not UTF-8";
        return text.Length > longest ? text.Substring(0, longest) : text;
    }

    /// <summary>What the parser says, in one line without control characters.</summary>
    public static string Say(JsonException exception)
    {
        string message = exception.Message;
        int position = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        message = position < 0 ? message : message.Substring(0, position);
        message = message.Length > 200 ? message.Substring(0, 200) : message;
        return new string(message.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '\uFFFD' : c).ToArray());
    }

    private static string? Decode(Func<string?> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
