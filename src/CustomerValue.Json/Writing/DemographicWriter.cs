using System.Text.Json;
using CustomerValue.Json.Reading;
using CustomerValue.Labels;
using CustomerValue.Segmentation.Demographic;

namespace CustomerValue.Json.Writing;

/// <summary>Writes a fitted demographic segmentation.</summary>
internal static class DemographicWriter
{
    public static void Write(Utf8JsonWriter writer, DemographicSegmentation segmentation)
    {
        writer.WriteStartArray("fields");
        foreach (DemographicField field in segmentation.Fields)
            WriteField(writer, field);
        writer.WriteEndArray();
        WriteTexts(writer, "combine", segmentation.Combine);
        WriteTexts(writer, "wholeBands", segmentation.WholeBands);
        writer.WriteStartObject("fit");
        writer.WriteNumber("customers", segmentation.Fit.Customers);
        writer.WriteStartArray("warnings");
        foreach (LocalizedText warning in segmentation.Fit.Warnings)
            writer.WriteText(warning);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteField(Utf8JsonWriter writer, DemographicField field)
    {
        writer.WriteStartObject();
        writer.WriteString("key", field.Key);
        writer.WriteText("label", field.Label);
        writer.WriteString("kind", DemographicReader.Kinds.First(kind => kind.Value == field.Kind).Key);
        WriteTexts(writer, "columns", field.Columns);
        writer.WriteStartArray("edges");
        foreach (double edge in field.Bands?.Edges ?? [])
            writer.WriteNumberValue(edge);
        writer.WriteEndArray();
        writer.WriteBoolean("byQuantiles", field.Bands is { ByQuantiles: true });
        writer.WriteBoolean("whole", field.Whole);
        WriteBound(writer, "least", field.Least);
        WriteBound(writer, "most", field.Most);
        writer.WriteStartArray("levels");
        foreach (DemographicLevel level in field.Levels)
        {
            writer.WriteStartObject();
            writer.WriteString("key", level.Key);
            writer.WriteText("label", level.Label);
            WriteTexts(writer, "values", level.Values);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteBound(Utf8JsonWriter writer, string name, double? bound)
    {
        if (bound is { } number)
            writer.WriteNumber(name, number);
        else
            writer.WriteNull(name);
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IReadOnlyList<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (string text in texts)
            writer.WriteStringValue(text);
        writer.WriteEndArray();
    }
}
