using System.Text.Json;
using CustomerValue.Segmentation.Rfm;

namespace CustomerValue.Json.Writing;

/// <summary>Writes a fitted RFM segmentation.</summary>
internal static class RfmWriter
{
    public static void Write(Utf8JsonWriter writer, RfmSegmentation rfm)
    {
        writer.WriteStartObject("thresholds");
        WriteThresholds(writer, "recency", rfm.RecencyThresholds);
        WriteThresholds(writer, "frequency", rfm.FrequencyThresholds);
        WriteThresholds(writer, "monetary", rfm.MonetaryThresholds);
        writer.WriteEndObject();
        writer.WriteString("codes", rfm.Map.Highest is null ? "halves" : "scores");
        writer.WriteStartArray("segments");
        for (int segment = 0; segment < rfm.Map.Segments.Count; segment++)
        {
            writer.WriteStartObject();
            SegmentationWriter.WriteFields(writer, rfm.Map.Segments[segment]);
            writer.WriteString("codes", string.Join(" ", rfm.Map.CodesOf(segment)));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteThresholds(Utf8JsonWriter writer, string name, IReadOnlyList<double> thresholds)
    {
        writer.WriteStartArray(name);
        foreach (double threshold in thresholds)
            writer.WriteNumberValue(threshold);
        writer.WriteEndArray();
    }
}
