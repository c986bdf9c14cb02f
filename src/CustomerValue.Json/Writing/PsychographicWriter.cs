using System.Text.Json;
using CustomerValue.Labels;
using CustomerValue.Segmentation.Psychographic;

namespace CustomerValue.Json.Writing;

/// <summary>Writes a psychographic segmentation.</summary>
internal static class PsychographicWriter
{
    public static void Write(Utf8JsonWriter writer, PsychographicSegmentation segmentation)
    {
        FactorModel model = segmentation.Model;
        writer.WriteNumber("threshold", segmentation.Threshold);
        writer.WriteNumber("leastAnswered", segmentation.LeastAnswered);
        writer.WriteStartArray("items");
        for (int item = 0; item < model.Items.Count; item++)
        {
            writer.WriteStartObject();
            writer.WriteString("item", model.Items[item]);
            writer.WriteNumber("mean", model.Means[item]);
            writer.WriteNumber("deviation", model.Deviations[item]);
            writer.WriteNumber("uniqueness", model.Uniquenesses[item]);
            Numbers(writer, "loadings", model.Loadings[item]);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("correlations");
        foreach (IReadOnlyList<double> row in model.Correlations)
        {
            writer.WriteStartArray();
            foreach (double correlation in row)
                writer.WriteNumberValue(correlation);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        if (segmentation.Names.Count == 0)
            return;
        writer.WriteStartArray("names");
        foreach (LocalizedText name in segmentation.Names)
        {
            writer.WriteStartObject();
            writer.WriteString("en", name.English);
            writer.WriteString("zh-CN", name.Chinese);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Numbers(Utf8JsonWriter writer, string name, IReadOnlyList<double> numbers)
    {
        writer.WriteStartArray(name);
        foreach (double number in numbers)
            writer.WriteNumberValue(number);
        writer.WriteEndArray();
    }
}
