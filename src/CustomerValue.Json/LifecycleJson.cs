using System.Text.Json;
using CustomerValue.Json.Reading;
using CustomerValue.Json.Writing;
using CustomerValue.Lifecycle.Definition;
using CustomerValue.Validation;

namespace CustomerValue.Json;

/// <summary>
/// Lifecycle definitions as JSON, checked when they are read as those made in code are. Strict: unknown fields, values out of range and fields given
/// twice are refused, all at once. The schema is docs/schemas/lifecycle.schema.json.
/// </summary>
public static class LifecycleJson
{
    /// <summary>Writes a definition as an indented document.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="definition">What to write.</param>
    public static void Write(Stream stream, LifecycleDefinition definition)
    {
        if (definition is null)
            throw new ArgumentNullException(nameof(definition));
        JsonForm.WriteDocument(stream, writer => LifecycleWriter.Write(writer, definition));
    }

    /// <summary>Reads a definition.</summary>
    /// <param name="stream">The document, UTF-8.</param>
    /// <param name="source">What problems call the document, such as its path; null for none.</param>
    /// <exception cref="DataRejectedException">The document is no JSON or no definition, or the definition has errors; names every problem.</exception>
    public static LifecycleDefinition Read(Stream stream, string? source = null) => StrictDocument.Read(stream, source, fields =>
    {
        fields.Version();
        // A definition is null only beside problems, for which the document is refused as a whole.
        return LifecycleReader.Read(fields)!;
    });
}
