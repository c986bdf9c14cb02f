using System.Text.Json;
using CustomerValue.Labels;
using CustomerValue.Segmentation;

namespace CustomerValue.Json.Writing;

/// <summary>Writes how a segmentation was fitted.</summary>
internal static class FitWriter
{
    public static void Write(Utf8JsonWriter writer, SegmentationFit fit)
    {
        writer.WriteStartObject("fit");
        writer.WriteNumber("customers", fit.Customers);
        writer.WriteNumber("iterations", fit.Iterations);
        writer.WriteBoolean("converged", fit.Converged);
        writer.WriteStartArray("figures");
        foreach (KeyValuePair<string, double> figure in fit.Figures)
        {
            writer.WriteStartObject();
            writer.WriteString("name", figure.Key);
            writer.WriteNumber("value", figure.Value);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("warnings");
        foreach (LocalizedText warning in fit.Warnings)
            writer.WriteText(warning);

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
