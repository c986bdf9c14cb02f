using System.Text.Json;
using CustomerValue.Segmentation.ThreeValues;

namespace CustomerValue.Json.Writing;

/// <summary>Writes thresholds, the eight segments and the tiers.</summary>
internal static class ThreeValueWriter
{
    public static void Write(Utf8JsonWriter writer, ThreeValueSegmentation segmentation)
    {
        ThreeValueThresholds thresholds = segmentation.Thresholds;
        writer.WriteStartObject("thresholds");
        Write(writer, "established", thresholds.Established);
        Write(writer, "middle", thresholds.Middle);
        Write(writer, "potential", thresholds.Potential);
        Write(writer, "influence", thresholds.Influence);
        writer.WriteNumber("customers", thresholds.Customers);
        writer.WriteEndObject();
        writer.WriteStartArray("segments");
        foreach (ThreeValueDecision segment in segmentation.Decisions.Segments)
            Write(writer, segment);
        writer.WriteEndArray();
        writer.WriteStartArray("tiers");
        foreach (CustomerTier tier in segmentation.Decisions.Tiers)
            Write(writer, tier);
        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, string name, ThreeValueThreshold threshold)
    {
        writer.WriteStartObject(name);
        WriteNumber(writer, "money", threshold.Money);
        WriteNumber(writer, "percentile", threshold.Percentile);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ThreeValueDecision segment)
    {
        writer.WriteStartObject();
        writer.WriteString("key", segment.Key);
        writer.WriteText("label", segment.Label);
        if (segment.Kin != default)
            writer.WriteText("kin", segment.Kin);
        writer.WriteText("decision", segment.Decision);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, CustomerTier tier)
    {
        writer.WriteStartObject();
        SegmentationWriter.WriteFields(writer, tier.Segment);
        writer.WriteString("establishedAtLeast", tier.EstablishedAtLeast switch { EstablishedLevel.High => "high", EstablishedLevel.Middle => "middle", _ => "low" });
        writer.WriteBoolean("potentialHigh", tier.PotentialHigh);
        writer.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter writer, string name, double? number)
    {
        if (number is double known)
            writer.WriteNumber(name, known);
        else
            writer.WriteNull(name);
    }
}
