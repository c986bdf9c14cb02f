using System.Text.Json;
using CustomerValue.Json.Reading;
using CustomerValue.Json.Writing;
using CustomerValue.LifetimeValue.Covariates;

namespace CustomerValue.Json;

/// <summary>
/// A model with covariates to and from JSON: as <see cref="ModelJson"/>, with the encoding of the columns beside the parameters, so that new
/// customers are encoded as those that it was fitted on. <c>{"model":"pareto-nbd","unit":"week","covariates":[{"name":"age"},{"name":"gender","baseLevel":"M","levels":["F"]}],"parameters":{"r":…,"purchase.age":…,…}}</c>
/// is enough to score with. Schema: <c>docs/schemas/covariate-model.schema.json</c>.
/// </summary>
public static class CovariateModelJson
{
    /// <summary>Whether a document is a model with covariates. Says nothing of whether it can be read.</summary>
    /// <param name="stream">One document in UTF-8, at most 16 MiB; read to its end.</param>
    public static bool HasCovariates(Stream stream)
    {
        if (stream is null)
            throw new ArgumentNullException(nameof(stream));
        try
        {
            return StrictDocument.HasField(stream, "covariates");
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Writes a purchase model as one document in UTF-8.</summary>
    public static void Write(Stream stream, StoredModel<CovariatePurchaseModel> model) => JsonForm.WriteDocument(stream, writer => CovariateModelWriter.Write(writer, model));

    /// <summary>Writes a spend model as one document in UTF-8.</summary>
    public static void Write(Stream stream, StoredModel<CovariateSpendModel> model) => JsonForm.WriteDocument(stream, writer => CovariateModelWriter.Write(writer, model));

    /// <summary>Reads a purchase model with covariates.</summary>
    /// <param name="stream">One document in UTF-8, at most 16 MiB; read to its end.</param>
    /// <param name="source">What problems call the document, such as the file's name; null for nothing.</param>
    /// <exception cref="Validation.DataRejectedException">No such JSON, an unknown model, version, field or parameter, something missing, or a value out of range; names all of them with their paths.</exception>
    public static StoredModel<CovariatePurchaseModel> ReadPurchaseModel(Stream stream, string? source = null) => StrictDocument.Read(stream, source, CovariateModelReader.Purchase);

    /// <summary>Reads a spend model with covariates: <c>gamma-gamma</c>. A unit may be given and says nothing.</summary>
    /// <param name="stream">One document in UTF-8, at most 16 MiB; read to its end.</param>
    /// <param name="source">What problems call the document, such as the file's name; null for nothing.</param>
    /// <exception cref="Validation.DataRejectedException">As for <see cref="ReadPurchaseModel"/>.</exception>
    public static StoredModel<CovariateSpendModel> ReadSpendModel(Stream stream, string? source = null) => StrictDocument.Read(stream, source, CovariateModelReader.Spend);
}
