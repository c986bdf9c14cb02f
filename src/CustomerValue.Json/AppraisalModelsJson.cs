using CustomerValue.Json.Reading;
using CustomerValue.Json.Writing;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.ThreeValues;

namespace CustomerValue.Json;

/// <summary>
/// The models of an appraisal to and from one JSON document: <c>purchaseModel</c>, <c>spendModel</c>, <c>segmentation</c> and <c>furtherSegmentations</c>, each as it stands in a file of its own, the <c>choice</c> of the first, the thresholds of <c>threeValues</c>, <c>kappa</c>, and why the <c>recommender</c> was taken.
/// Schema: <c>docs/schemas/models.schema.json</c>.
/// </summary>
public static class AppraisalModelsJson
{
    /// <summary>Writes the models as one document in UTF-8.</summary>
    /// <exception cref="ArgumentException">The segmentation is not one of the library's.</exception>
    public static void Write(Stream stream, AppraisalModels models) => JsonForm.WriteDocument(stream, writer =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("version", 1);
        writer.WritePropertyName("purchaseModel");
        ModelWriter.Write(writer, models.PurchaseModel);
        if (models.SpendModel is { } spend)
        {
            writer.WritePropertyName("spendModel");
            ModelWriter.Write(writer, spend);
        }

        if (models.Segmentation is { } segmentation)
        {
            writer.WritePropertyName("segmentation");
            SegmentationWriter.Write(writer, segmentation);
        }

        if (models.FurtherSegmentations.Count > 0)
        {
            writer.WriteStartArray("furtherSegmentations");
            foreach (ISegmentation further in models.FurtherSegmentations)
                SegmentationWriter.Write(writer, further);
            writer.WriteEndArray();
        }

        if (models.Choice is { } choice)
        {
            writer.WritePropertyName("choice");
            ChoiceWriter.Write(writer, choice);
        }

        if (models.ThreeValues is { } values)
        {
            writer.WritePropertyName("threeValues");
            SegmentationWriter.Write(writer, values);
        }

        if (models.Kappa is double kappa)
            writer.WriteNumber("kappa", kappa);
        if (models.Recommender is { } recommender)
        {
            writer.WritePropertyName("recommender");
            RecommenderWriter.Write(writer, recommender);
        }

        writer.WriteEndObject();
    });

    /// <summary>Reads models.</summary>
    /// <param name="stream">One document in UTF-8, at most 16 MiB; read to its end.</param>
    /// <param name="source">What problems call the document, such as the file's name; null for nothing.</param>
    /// <exception cref="Validation.DataRejectedException">As for <see cref="ModelJson.ReadPurchaseModel"/> and <see cref="SegmentationJson.Read"/>, with all problems of all parts.</exception>
    public static AppraisalModels Read(Stream stream, string? source = null) => StrictDocument.Read(stream, source, fields =>
    {
        fields.Version();
        return new AppraisalModels
        {
            PurchaseModel = fields["purchaseModel"].Object(ModelReader.Purchase)!,
            SpendModel = fields["spendModel"].IsMissing ? null : fields["spendModel"].Object(ModelReader.Spend),
            Segmentation = fields["segmentation"].IsMissing ? null : fields["segmentation"].Object(SegmentationReader.Read),
            FurtherSegmentations = fields["furtherSegmentations"].IsMissing ? []
                : [.. fields["furtherSegmentations"].Array("an array of segmentations").Select(further => further.Object(SegmentationReader.Read)!)],
            Choice = fields["choice"].IsMissing ? null : fields["choice"].Object(ChoiceReader.Read),
            ThreeValues = fields["threeValues"].IsMissing ? null : ThreeValues(fields["threeValues"]),
            Kappa = fields["kappa"].IsMissing ? null : fields["kappa"].Fraction(),
            Recommender = fields["recommender"].IsMissing ? null : fields["recommender"].Object(RecommenderReader.Read),
        };
    });

    private static ThreeValueSegmentation? ThreeValues(StrictValue value)
    {
        ISegmentation? read = value.Object(SegmentationReader.Read);
        if (read is not null and not ThreeValueSegmentation)
            value.Reject("a segmentation of the strategy three-values");
        return read as ThreeValueSegmentation;
    }
}
