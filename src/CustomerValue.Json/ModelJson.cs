using CustomerValue.Json.Reading;
using CustomerValue.Json.Writing;
using CustomerValue.LifetimeValue;

namespace CustomerValue.Json;

/// <summary>
/// A model to and from JSON. <c>{"model":"bg-nbd","unit":"week","parameters":{"r":…,"alpha":…,"a":…,"b":…}}</c> is enough to score with;
/// what is known of the fit may stand beside it. Numbers come back bit by bit. Schema: <c>docs/schemas/model.schema.json</c>.
/// </summary>
public static class ModelJson
{
    /// <summary>Writes a purchase model as one document in UTF-8.</summary>
    public static void Write(Stream stream, StoredModel<PurchaseModel> model) => JsonForm.WriteDocument(stream, writer => ModelWriter.Write(writer, model));

    /// <summary>Writes a spend model as one document in UTF-8.</summary>
    public static void Write(Stream stream, StoredModel<SpendModel> model) => JsonForm.WriteDocument(stream, writer => ModelWriter.Write(writer, model));

    /// <summary>Reads a purchase model: <c>bg-nbd</c>, <c>mbg-nbd</c>, <c>pareto-nbd-hb</c>, <c>pareto-nbd-abe</c>.</summary>
    /// <param name="stream">One document in UTF-8, at most 16 MiB; read to its end.</param>
    /// <param name="source">What problems call the document, such as the file's name; null for nothing.</param>
    /// <exception cref="Validation.DataRejectedException">No such JSON, an unknown model, version, field or parameter, something missing, or a value out of range; names all of them with their paths.</exception>
    public static StoredModel<PurchaseModel> ReadPurchaseModel(Stream stream, string? source = null) => StrictDocument.Read(stream, source, ModelReader.Purchase);

    /// <summary>Reads a spend model: <c>gamma-gamma</c>. A unit may be given and says nothing.</summary>
    /// <param name="stream">One document in UTF-8, at most 16 MiB; read to its end.</param>
    /// <param name="source">What problems call the document, such as the file's name; null for nothing.</param>
    /// <exception cref="Validation.DataRejectedException">As for <see cref="ReadPurchaseModel"/>.</exception>
    public static StoredModel<SpendModel> ReadSpendModel(Stream stream, string? source = null) => StrictDocument.Read(stream, source, ModelReader.Spend);
}
