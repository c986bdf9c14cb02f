using CustomerValue.Json.Reading;
using CustomerValue.Json.Writing;
using CustomerValue.Segmentation;

namespace CustomerValue.Json;

/// <summary>
/// A fitted segmentation to and from JSON: RFM with its thresholds and the codes of each segment, so that the same customer gets the same segment
/// wherever it is read. A map in which the first match decides is written as the codes that it comes to. Schema: <c>docs/schemas/segmentation.schema.json</c>.
/// </summary>
public static class SegmentationJson
{
    /// <summary>Writes a segmentation as one document in UTF-8.</summary>
    /// <exception cref="ArgumentException">The segmentation is not one of the library's.</exception>
    public static void Write(Stream stream, ISegmentation segmentation) => JsonForm.WriteDocument(stream, writer => SegmentationWriter.Write(writer, segmentation));

    /// <summary>Reads a segmentation: <c>rfm</c>.</summary>
    /// <param name="stream">One document in UTF-8, at most 16 MiB; read to its end.</param>
    /// <param name="source">What problems call the document, such as the file's name; null for nothing.</param>
    /// <exception cref="Validation.DataRejectedException">No such JSON, an unknown strategy, version or field, something missing, thresholds out of order, or codes left out or covered twice; names all of them with their paths.</exception>
    public static ISegmentation Read(Stream stream, string? source = null) => StrictDocument.Read(stream, source, SegmentationReader.Read);
}
