using System.Globalization;
using System.Text.Json;
using CustomerValue.Customers;
using CustomerValue.LifetimeValue.Diagnostics;
using CustomerValue.Tool.Commands;
using Spectre.Console;

namespace CustomerValue.Tool.Output;

/// <summary>Forecasts beside what happened.</summary>
internal static class EvaluationOutput
{
    public static void PrintJson(TextWriter output, TimeUnit unit, double length, IReadOnlyList<(Fitted Fit, HoldoutAccuracy Accuracy)> models, HoldoutAccuracy naive) => JsonText.Print(output, json =>
    {
        json.WriteString("unit", unit.Name());
        json.WriteNumber("customers", naive.Customers);
        json.Number("holdoutLength", length);
        json.WriteNumber("totalActual", naive.ActualTotal);
        json.WriteStartArray("models");
        foreach ((Fitted fit, HoldoutAccuracy accuracy) in models)
        {
            json.WriteStartObject();
            json.WriteString("model", fit.Report.Model);
            json.Parameters(fit.Report.Parameters);
            json.Number("logLikelihood", fit.Report.LogLikelihood);
            json.Number("aic", fit.Report.Aic);
            json.Number("bic", fit.Report.Bic);
            json.Accuracy(accuracy);
            json.Number("medianMae", accuracy.MedianMeanAbsoluteError);
            json.Number("seconds", fit.Duration.TotalSeconds);
            json.Texts("warnings", fit.Report.Warnings.Select(warning => warning.English));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("naive");
        json.Accuracy(naive);
        json.WriteEndObject();
    });

    public static void PrintTable(TextWriter output, IReadOnlyList<(Fitted Fit, HoldoutAccuracy Accuracy)> models, HoldoutAccuracy naive)
    {
        Table table = new();
        table.AddColumn("model");
        foreach (string title in (string[])["log-likelihood", "AIC", "BIC", "MAE", "RMSE", "forecast", "actual", "bias", "MAE of median"])
            table.AddColumn(title, column => column.RightAligned());
        foreach ((Fitted fit, HoldoutAccuracy accuracy) in models)
            table.AddRow(Row(fit.Report.Model, [Text(fit.Report.LogLikelihood, "F2"), Text(fit.Report.Aic, "F1"), Text(fit.Report.Bic, "F1")], accuracy));
        table.AddRow(Row("naive x/T", ["", "", ""], naive));

        IAnsiConsole console = Terminal.Tables(output);
        console.Write(table);
        foreach ((Fitted fit, HoldoutAccuracy _) in models)
        {
            foreach (Labels.LocalizedText warning in fit.Report.Warnings)
                console.WriteLine($"{fit.Report.Model}: {warning.English}");
        }
    }

    private static void Accuracy(this Utf8JsonWriter json, HoldoutAccuracy accuracy)
    {
        json.Number("mae", accuracy.MeanAbsoluteError);
        json.Number("rmse", accuracy.RootMeanSquareError);
        json.Number("totalPredicted", accuracy.PredictedTotal);
        json.WriteNumber("totalActual", accuracy.ActualTotal);
        json.Number("bias", accuracy.Bias);
    }

    private static string[] Row(string model, string[] likelihood, HoldoutAccuracy accuracy) =>
    [
        model, .. likelihood,
        Text(accuracy.MeanAbsoluteError, "F4"), Text(accuracy.RootMeanSquareError, "F4"),
        Text(accuracy.PredictedTotal, "F1"), accuracy.ActualTotal.ToString(CultureInfo.InvariantCulture),
        Text(accuracy.Bias, "F4"), accuracy.MedianMeanAbsoluteError is double median ? Text(median, "F4") : "",
    ];

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
