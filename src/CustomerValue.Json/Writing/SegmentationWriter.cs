using System.Text.Json;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Rfm;

namespace CustomerValue.Json.Writing;

/// <summary>Writes a fitted segmentation.</summary>
internal static class SegmentationWriter
{
    public static void Write(Utf8JsonWriter writer, ISegmentation segmentation)
    {
        if (segmentation is not RfmSegmentation rfm)
            throw new ArgumentException($"A segmentation by '{segmentation?.Strategy}' has no form as JSON; rfm has one.", nameof(segmentation));
        writer.WriteStartObject();
        writer.WriteNumber("version", 1);
        writer.WriteString("strategy", rfm.Strategy);
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
            WriteFields(writer, rfm.Map.Segments[segment]);
            writer.WriteString("codes", string.Join(" ", rfm.Map.CodesOf(segment)));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>The fields of a segment, within an object that its writer opened.</summary>
    public static void WriteFields(Utf8JsonWriter writer, Segment segment)
    {
        writer.WriteString("key", segment.Key);
        writer.WriteText("label", segment.Label);
        if (segment.Description != default)
            writer.WriteText("description", segment.Description);
    }

    private static void WriteThresholds(Utf8JsonWriter writer, string name, IReadOnlyList<double> thresholds)
    {
        writer.WriteStartArray(name);
        foreach (double threshold in thresholds)
            writer.WriteNumberValue(threshold);
        writer.WriteEndArray();
    }
}
