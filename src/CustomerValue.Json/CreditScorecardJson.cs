using CustomerValue.Contribution.Credit;
using CustomerValue.Json.Reading;
using CustomerValue.Json.Writing;
using CustomerValue.Validation;

namespace CustomerValue.Json;

/// <summary>
/// Rules of a credit rating as JSON, checked when they are read as those made in code are. Strict: unknown fields, values out of range and fields given
/// twice are refused, all at once. Schema: <c>docs/schemas/credit-scorecard.schema.json</c>.
/// </summary>
public static class CreditScorecardJson
{
    /// <summary>Writes a scorecard as one indented document in UTF-8.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="scorecard">What to write.</param>
    public static void Write(Stream stream, CreditScorecard scorecard)
    {
        if (scorecard is null)
            throw new ArgumentNullException(nameof(scorecard));
        JsonForm.WriteDocument(stream, writer => CreditScorecardWriter.Write(writer, scorecard));
    }

    /// <summary>Reads a scorecard.</summary>
    /// <param name="stream">One document in UTF-8, at most 16 MiB; read to its end.</param>
    /// <param name="source">What problems call the document, such as the file's name; null for nothing.</param>
    /// <exception cref="DataRejectedException">The document is no JSON or no scorecard, or bands or grades leave a gap or are out of order; names every problem with its path.</exception>
    public static CreditScorecard Read(Stream stream, string? source = null) => StrictDocument.Read(stream, source, fields =>
    {
        fields.Version();
        // A scorecard is null only beside problems, for which the document is refused as a whole.
        return CreditScorecardReader.Read(fields)!;
    });
}
