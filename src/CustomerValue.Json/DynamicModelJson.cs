using CustomerValue.Json.Reading;
using CustomerValue.Json.Writing;
using CustomerValue.LifetimeValue.ParetoNbdDynamic;

namespace CustomerValue.Json;

/// <summary>
/// A model with covariates over time to and from JSON.
/// <c>{"model":"pareto-nbd-dynamic","unit":"week","parameters":{"r":…,"alpha":…,"s":…,"beta":…,"purchase.promo":…,"life.promo":…}}</c> is enough to
/// score with: the names of the effects say which covariates the paths must have. Numbers come back bit by bit.
/// Schema: <c>docs/schemas/dynamic-model.schema.json</c>.
/// </summary>
public static class DynamicModelJson
{
    /// <summary>Writes a model as one document in UTF-8.</summary>
    public static void Write(Stream stream, StoredModel<ParetoNbdDynamicModel> model) => JsonForm.WriteDocument(stream, writer => DynamicModelWriter.Write(writer, model));

    /// <summary>Reads a model: <c>pareto-nbd-dynamic</c>.</summary>
    /// <param name="stream">One document in UTF-8, at most 16 MiB; read to its end.</param>
    /// <param name="source">What problems call the document, such as the file's name; null for nothing.</param>
    /// <exception cref="Validation.DataRejectedException">No such JSON, an unknown model, version, field or parameter, something missing, or a value out of range; names all of them with their paths.</exception>
    public static StoredModel<ParetoNbdDynamicModel> Read(Stream stream, string? source = null) => StrictDocument.Read(stream, source, DynamicModelReader.Read);
}
