using System.Text.Json;
using CustomerValue.Labels;
using CustomerValue.Lifecycle.Definition;
using CustomerValue.Lifecycle.Evaluation;
using CustomerValue.Lifecycle.Migration;
using CustomerValue.Tool.Commands;

namespace CustomerValue.Tool.Output;

/// <summary>What changed last, whether customers move otherwise than before, and how many there will be in each stage.</summary>
internal static class LifecycleChanges
{
    private const int Months = 12;

    public static void Write(Utf8JsonWriter json, IReadOnlyList<LifecycleAlert> alerts, DisplayLanguage language)
    {
        json.WriteStartArray("alerts");
        foreach (LifecycleAlert alert in alerts)
        {
            json.WriteStartObject();
            json.WriteString("customer", alert.Customer.Value);
            json.WriteString("kind", alert.Kind switch
            {
                LifecycleAlertKind.StageWorse => "stage-worse",
                LifecycleAlertKind.ValueDropped => "value-dropped",
                LifecycleAlertKind.FirstPurchase => "first-purchase",
                _ => "reactivated",
            });
            if (alert.From is { } from)
                json.WriteString("from", from.Key);
            json.WriteString("to", alert.To.Key);
            json.WriteString("since", alert.Since.Iso());
            json.WriteString("reason", alert.Reason.In(language));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void Write(Utf8JsonWriter json, LifecycleDefinition definition, MonthlyMoves moves, double[] sizes)
    {
        if (moves.Halves is { } halves)
        {
            json.WriteStartObject("comparison");
            json.WriteNumber("chiSquare", halves.ChiSquare);
            json.WriteNumber("degreesOfFreedom", halves.DegreesOfFreedom);
            json.WriteNumber("pValue", halves.PValue);
            json.WriteEndObject();
        }

        json.WriteStartArray("forecast");
        foreach (StageForecast month in StageOutlook.Forecast(moves.Matrix, sizes, Months))
        {
            json.WriteStartObject();
            json.WriteNumber("month", month.Period);
            json.WriteStartObject("customers");
            for (int stage = 0; stage < sizes.Length; stage++)
                json.WriteNumber(definition.Stages[stage].Key, month.Expected[stage]);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
