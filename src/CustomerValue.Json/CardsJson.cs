using CustomerValue.Json.Reading;
using CustomerValue.Json.Writing;

namespace CustomerValue.Json;

/// <summary>
/// Value cards to and from JSON: one document, one card a line, currency and day stated once. Written and read card by card, so the text never lies in memory as a whole.
/// Schema: <c>docs/schemas/cards.schema.json</c>.
/// </summary>
public static class CardsJson
{
    /// <summary>Writes the cards as one document in UTF-8.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="document">The cards, asked for one after the other, once.</param>
    /// <param name="cancellationToken">Stops between two cards; what was written until then is no document.</param>
    /// <exception cref="ArgumentException">A card has another day or currency than the document.</exception>
    public static void Write(Stream stream, CardsDocument document, CancellationToken cancellationToken = default) => CardsWriter.Write(stream, document, cancellationToken);

    /// <summary>Reads cards.</summary>
    /// <param name="stream">One document in UTF-8 whose last field is <c>cards</c>; a card may have 1 MiB. Read to its end.</param>
    /// <param name="source">What problems call the document, such as the file's name; null for nothing.</param>
    /// <param name="cancellationToken">Stops between two cards.</param>
    /// <exception cref="Validation.DataRejectedException">No such JSON, another version, unknown, missing or repeated fields, or values out of range; names all of them with their paths.</exception>
    public static CardsDocument Read(Stream stream, string? source = null, CancellationToken cancellationToken = default) => CardsReader.Read(stream, source, cancellationToken);
}
