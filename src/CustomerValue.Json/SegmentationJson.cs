using CustomerValue.Json.Reading;
using CustomerValue.Json.Writing;
using CustomerValue.Segmentation;

namespace CustomerValue.Json;

/// <summary>
/// A segmentation of any of the library's kinds to and from JSON, with everything that it needs to give the same customer the same segment wherever it is
/// read. A map of RFM in which the first match decides is written as the codes that it comes to. Schema: <c>docs/schemas/segmentation.schema.json</c>.
/// </summary>
public static class SegmentationJson
{
    /// <summary>Writes a segmentation as one document in UTF-8.</summary>
    /// <exception cref="ArgumentException">The segmentation is not one of the library's.</exception>
    public static void Write(Stream stream, ISegmentation segmentation) => JsonForm.WriteDocument(stream, writer => SegmentationWriter.Write(writer, segmentation));

    /// <summary>Reads a segmentation of the kind that its <c>strategy</c> names.</summary>
    /// <param name="stream">One document in UTF-8, at most 16 MiB; read to its end.</param>
    /// <param name="source">What problems call the document, such as the file's name; null for nothing.</param>
    /// <exception cref="Validation.DataRejectedException">No such JSON, an unknown strategy, version or field, or anything missing or out of range; names all of them with their paths.</exception>
    public static ISegmentation Read(Stream stream, string? source = null) => StrictDocument.Read(stream, source, SegmentationReader.Read);
}
