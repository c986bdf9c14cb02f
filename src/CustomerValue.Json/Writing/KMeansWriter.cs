using System.Text.Json;
using CustomerValue.Segmentation.Clustering.KMeans;

namespace CustomerValue.Json.Writing;

/// <summary>Writes a fitted k-means segmentation.</summary>
internal static class KMeansWriter
{
    public static void Write(Utf8JsonWriter writer, KMeansSegmentation segmentation)
    {
        ScaleWriter.Write(writer, segmentation.Scales);
        writer.WriteStartArray("clusters");
        for (int cluster = 0; cluster < segmentation.Centres.Count; cluster++)
        {
            writer.WriteStartObject();
            SegmentationWriter.WriteFields(writer, segmentation.Segments[cluster]);
            writer.WriteNumber("size", segmentation.Sizes[cluster]);
            writer.WriteStartArray("centre");
            foreach (double value in segmentation.Centres[cluster])
                writer.WriteNumberValue(value);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        FitWriter.Write(writer, segmentation.Fit);
    }
}
