using System.Text.Json;
using CustomerValue.Segmentation.Behavioral;

namespace CustomerValue.Json.Writing;

/// <summary>Writes a fitted behavioral segmentation.</summary>
internal static class BehavioralWriter
{
    public static void Write(Utf8JsonWriter writer, BehavioralSegmentation behavior)
    {
        writer.WriteString("dimension", BehavioralWords.Dimensions.First(word => word.Value == behavior.Dimension).Key);
        writer.WriteNumber("customers", behavior.Fit.Customers);
        writer.WriteStartObject("columns");
        foreach (KeyValuePair<string, string> column in behavior.Columns.OrderBy(column => column.Key, StringComparer.Ordinal))
            writer.WriteString(column.Key, column.Value);
        writer.WriteEndObject();
        writer.WriteStartObject("bounds");
        foreach (KeyValuePair<string, double> figure in behavior.Fit.Figures)
        {
            writer.WriteStartObject(figure.Key);
            writer.WriteNumber("value", figure.Value);
            if (behavior.Bounds[figure.Key].Quantile is { } quantile)
                writer.WriteNumber("quantile", quantile);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.WriteStartArray("onlineChannels");
        foreach (string channel in behavior.OnlineChannels)
            writer.WriteStringValue(channel);
        writer.WriteEndArray();
    }
}
