using System.Text.Json;
using CustomerValue.Segmentation;

namespace CustomerValue.Json.Writing;

/// <summary>Writes a segmentation of any kind.</summary>
internal static class SegmentationWriter
{
    public static void Write(Utf8JsonWriter writer, ISegmentation segmentation)
    {
        writer.WriteStartObject();
        writer.WriteNumber("version", 1);
        writer.WriteString("strategy", segmentation?.Strategy);
        SegmentationForms.WriteFields(writer, segmentation!);
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
}
