using System.Text.Json;
using CustomerValue.Json.Reading;
using CustomerValue.Json.Writing;
using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Validation;

namespace CustomerValue.Json;

/// <summary>
/// Loyalty events as JSON: one object an event, one event a line. Strict as programmes are; points are exact decimals, as numbers or as texts, instants have
/// their offset. The schema is docs/schemas/loyalty-event.schema.json.
/// </summary>
public static class LoyaltyEventJson
{
    /// <summary>The longest line that is read, in bytes.</summary>
    public const int LongestLine = 1 << 20;

    /// <summary>Writes an event as one line that ends with a line feed. Instants are written in UTC.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="happened">What to write.</param>
    public static void Write(Stream stream, LoyaltyEvent happened)
    {
        if (stream is null)
            throw new ArgumentNullException(nameof(stream));
        if (happened is null)
            throw new ArgumentNullException(nameof(happened));
        using (Utf8JsonWriter writer = new(stream, JsonForm.OneLine))
            LoyaltyEventWriter.Write(writer, happened);
        stream.WriteByte((byte)'\n');
    }

    /// <summary>Reads a document that is one event.</summary>
    /// <param name="stream">The document, UTF-8.</param>
    /// <param name="program">Where it is given, only its custom types of events are known, and a tier may be given <c>until</c> a civil day, its last one. Null takes any type and instants only.</param>
    /// <param name="source">What problems call the document, such as its path; null for none.</param>
    /// <exception cref="DataRejectedException">The document is no JSON or no event; names every problem.</exception>
    /// <exception cref="ArgumentException">The programme's time zone is not known.</exception>
    public static LoyaltyEvent Read(Stream stream, LoyaltyProgram? program = null, string? source = null)
    {
        LoyaltyEventReader reader = Reader(program);
        return StrictDocument.Read(stream, source, fields => reader.Read(fields)!);
    }

    /// <summary>Reads events one a line, as they are asked for: a file of any length needs the memory of its longest line. Empty lines are passed over.</summary>
    /// <param name="stream">The lines, UTF-8, each at most <see cref="LongestLine"/> bytes; stays open.</param>
    /// <param name="program">As in <see cref="Read"/>.</param>
    /// <param name="source">What problems call the file, such as its path; null for none.</param>
    /// <returns>The events with their lines. Going on throws <see cref="DataRejectedException"/> at the first line that can't be read, and names it.</returns>
    /// <exception cref="ArgumentException">The programme's time zone is not known.</exception>
    public static IEnumerable<LoyaltyEventLine> ReadLines(Stream stream, LoyaltyProgram? program = null, string? source = null)
    {
        if (stream is null)
            throw new ArgumentNullException(nameof(stream));
        return Lines(stream, Reader(program), source);
    }

    private static LoyaltyEventReader Reader(LoyaltyProgram? program) =>
        program is null ? new LoyaltyEventReader() : new LoyaltyEventReader(program.CustomEvents, new LoyaltyCalendar(program.TimeZone, program.Policies.LeapDay));

    private static IEnumerable<LoyaltyEventLine> Lines(Stream stream, LoyaltyEventReader reader, string? source)
    {
        LineReader lines = new(stream, LongestLine, source);
        while (lines.Next() is { } line)
        {
            if (!lines.IsBlank)
                yield return new LoyaltyEventLine(lines.Number, StrictDocument.ReadLine(line, lines.Number, source, fields => reader.Read(fields)!));
        }
    }
}
