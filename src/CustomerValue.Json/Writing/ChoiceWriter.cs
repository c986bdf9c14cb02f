using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace CustomerValue.Json.Writing;

/// <summary>Writes why a model was chosen.</summary>
internal static class ChoiceWriter
{
    public static void Write(Utf8JsonWriter writer, StoredChoice choice)
    {
        writer.WriteStartObject();
        writer.WriteString("model", choice.Model);
        writer.WriteText("reason", choice.Reason);
        if (choice.CalibrationEnd is LocalDate end)
            writer.WriteString("calibrationEnd", LocalDatePattern.Iso.Format(end));
        writer.WriteStartArray("compared");
        foreach (StoredTrial trial in choice.Compared)
        {
            writer.WriteStartObject();
            writer.WriteString("model", trial.Model);
            Number(writer, "logScore", trial.LogScore);
            Number(writer, "mae", trial.MeanAbsoluteError);
            Number(writer, "totalPredicted", trial.PredictedTotal);
            Number(writer, "totalActual", trial.ActualTotal);
            if (trial.Failure is { } failure)
                writer.WriteText("failure", failure);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter writer, string name, double? value)
    {
        if (value is double number)
            writer.WriteNumber(name, number);
    }
}
