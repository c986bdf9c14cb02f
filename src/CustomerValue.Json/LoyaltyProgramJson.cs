using CustomerValue.Json.Reading;
using CustomerValue.Json.Writing;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Validation;

namespace CustomerValue.Json;

/// <summary>
/// Loyalty programmes as JSON. Strict: unknown fields, words and units, numbers where exact texts are asked for, and fields given twice are refused, all at
/// once. The schema is docs/schemas/loyalty-program.schema.json.
/// </summary>
public static class LoyaltyProgramJson
{
    /// <summary>Writes a programme as an indented document. What has its default is left out.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="program">What to write.</param>
    /// <param name="types">Conditions and effects of your own; null for none.</param>
    /// <exception cref="ArgumentException">The programme has conditions or effects of types that are not registered, or conditions too deep for a document.</exception>
    public static void Write(Stream stream, LoyaltyProgram program, LoyaltyTypes? types = null)
    {
        if (program is null)
            throw new ArgumentNullException(nameof(program));
        JsonForm.WriteDocument(stream, writer => LoyaltyProgramWriter.Write(writer, program, types ?? LoyaltyTypes.None));
    }

    /// <summary>Reads a programme's form; <see cref="Loyalty.Rules.CompiledProgram"/> checks what it means when it is loaded.</summary>
    /// <param name="stream">The document, UTF-8, at most 16 MiB.</param>
    /// <param name="source">What problems call the document, such as its path; null for none.</param>
    /// <param name="types">Conditions and effects of your own; null for none.</param>
    /// <exception cref="DataRejectedException">The document is no JSON or no programme; names every problem with its path.</exception>
    public static LoyaltyProgram Read(Stream stream, string? source = null, LoyaltyTypes? types = null) =>
        StrictDocument.Read(stream, source, fields => LoyaltyProgramReader.Read(fields, types ?? LoyaltyTypes.None));
}
