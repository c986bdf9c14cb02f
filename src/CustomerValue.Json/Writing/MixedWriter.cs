using System.Text.Json;
using CustomerValue.Json.Reading;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Clustering;
using CustomerValue.Segmentation.Clustering.KPrototypes;
using CustomerValue.Segmentation.Clustering.Medoids;

namespace CustomerValue.Json.Writing;

/// <summary>Writes fitted clusters of mixed data: k-prototypes and medoids.</summary>
internal static class MixedWriter
{
    public static void Write(Utf8JsonWriter writer, KPrototypesSegmentation segmentation)
    {
        writer.WriteNumber("gamma", segmentation.Gamma);
        Write(writer, segmentation, segmentation.Scales, segmentation.Prototypes, segmentation.Sizes);
    }

    public static void Write(Utf8JsonWriter writer, MedoidsSegmentation segmentation) => Write(writer, segmentation, segmentation.Scales, segmentation.Medoids, segmentation.Sizes);

    private static void Write(Utf8JsonWriter writer, IFittedSegmentation segmentation, IReadOnlyList<MixedScale> scales, IReadOnlyList<IReadOnlyList<double>> centres, IReadOnlyList<long> sizes)
    {
        writer.WriteStartArray("fields");
        foreach (MixedScale scale in scales)
        {
            writer.WriteStartObject();
            writer.WriteString("column", scale.Column);
            writer.WriteString("kind", MixedReader.Kinds.First(kind => kind.Value == scale.Kind).Key);
            writer.WriteString("measure", scale.Log ? "logarithm" : "value");
            writer.WriteNumber("centre", scale.Centre);
            writer.WriteNumber("spread", scale.Spread);
            writer.WriteStartArray("categories");
            foreach (string category in scale.Categories)
                writer.WriteStringValue(category);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("clusters");
        for (int cluster = 0; cluster < centres.Count; cluster++)
        {
            writer.WriteStartObject();
            SegmentationWriter.WriteFields(writer, segmentation.Segments[cluster]);
            writer.WriteNumber("size", sizes[cluster]);
            writer.WriteStartArray("centre");
            foreach (double value in centres[cluster])
                writer.WriteNumberValue(value);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        FitWriter.Write(writer, segmentation.Fit);
    }
}
