using System.Text.Json;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Combined;

namespace CustomerValue.Json.Writing;

/// <summary>Writes combined segmentations with their parts in them.</summary>
internal static class CombinedWriter
{
    public static void Write(Utf8JsonWriter writer, CrossSegmentation cross) => Parts(writer, cross.Segmentations);

    public static void Write(Utf8JsonWriter writer, FirstMatchSegmentation firstMatch)
    {
        Parts(writer, firstMatch.Segmentations);
        ConditionWriter.Write(writer, "none", firstMatch.None, writer.WriteStringValue);
    }

    public static void Write(Utf8JsonWriter writer, HierarchySegmentation hierarchy)
    {
        writer.WritePropertyName("first");
        SegmentationWriter.Write(writer, hierarchy.First);
        writer.WriteStartArray("within");
        for (int segment = 0; segment < hierarchy.First.Segments.Count; segment++)
        {
            if (hierarchy.Within(segment) is not { } part)
                continue;
            writer.WriteStartObject();
            writer.WriteString("segment", hierarchy.First.Segments[segment].Key);
            writer.WritePropertyName("segmentation");
            SegmentationWriter.Write(writer, part);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Parts(Utf8JsonWriter writer, IReadOnlyList<ISegmentation> parts) => ConditionWriter.Write(writer, "parts", parts, part => SegmentationWriter.Write(writer, part));
}
