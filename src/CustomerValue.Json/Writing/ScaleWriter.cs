using System.Text.Json;
using CustomerValue.Segmentation.Clustering;

namespace CustomerValue.Json.Writing;

/// <summary>Writes the scales of a segmentation's fields.</summary>
internal static class ScaleWriter
{
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<FieldScale> scales)
    {
        writer.WriteStartArray("fields");
        foreach (FieldScale scale in scales)
        {
            writer.WriteStartObject();
            writer.WriteString("column", scale.Column);
            writer.WriteString("measure", scale.Log ? "logarithm" : "value");
            writer.WriteNumber("centre", scale.Centre);
            writer.WriteNumber("spread", scale.Spread);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
