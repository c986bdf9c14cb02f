using System.Globalization;
using System.Text.Json;
using CustomerValue.Labels;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.Choice;
using CustomerValue.LifetimeValue.Diagnostics;
using CustomerValue.Tool.Commands;
using Spectre.Console;

namespace CustomerValue.Tool.Output;

/// <summary>Forecasts beside what happened. Of several origins every figure is the mean over them; parameters, warnings and deciles are the last one's.</summary>
internal static class EvaluationOutput
{
    public static void PrintJson(TextWriter output, ModelComparison comparison, IReadOnlyList<TimedEstimator> estimators) => JsonText.Print(output, json =>
    {
        IReadOnlyList<ForecastOrigin> origins = comparison.Origins;
        json.WriteString("unit", origins[0].Calibration.Unit.Name());
        json.WriteNumber("customers", comparison.Naive.Average(naive => naive.Customers));
        json.Number("holdoutLength", origins.Average(origin => origin.Holdout.Length));
        json.WriteNumber("totalActual", comparison.Naive.Average(naive => naive.ActualTotal));
        json.WriteStartArray("models");
        for (int i = 0; i < comparison.Models.Count; i++)
            json.Model(comparison.Models[i], estimators[i].Duration);
        json.WriteEndArray();
        json.WriteStartObject("naive");
        json.Accuracy(figure => comparison.Naive.Average(figure));
        json.WriteEndObject();
        json.Recommendation(comparison.Recommendation);
        if (origins.Count > 1)
            json.Origins(comparison);
    });

    public static void PrintTable(TextWriter output, ModelComparison comparison)
    {
        Table table = new();
        table.AddColumn("model");
        foreach (string title in (string[])["log-likelihood", "AIC", "BIC", "MAE", "RMSE", "forecast", "actual", "bias", "MAE of median", "log score"])
            table.AddColumn(title, column => column.RightAligned());
        foreach (ModelEvaluation model in comparison.Models.Where(model => model.LogScore is not null))
        {
            string Text(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "";
            string[] likelihood = [Text(model.Fit(fit => fit.LogLikelihood), "F2"), Text(model.Fit(fit => fit.Aic), "F1"), Text(model.Fit(fit => fit.Bic), "F1")];
            string[] scores = [Text(model.Mean(accuracy => accuracy.MedianMeanAbsoluteError ?? 0), "F4"), Text(model.LogScore?.Mean, "F4")];
            table.AddRow([model.Model, .. likelihood, .. Row(figure => model.Mean(figure) ?? 0), .. scores]);
        }

        table.AddRow(["naive x/T", "", "", "", .. Row(figure => comparison.Naive.Average(figure)), "", ""]);
        IAnsiConsole console = Terminal.Tables(output);
        console.Write(table);
        if (comparison.Origins.Count > 1)
            console.WriteLine($"Means over {comparison.Origins.Count} holdouts of {comparison.Origins[0].Holdout.Length.ToString("0.##", CultureInfo.InvariantCulture)} {comparison.Origins[0].Calibration.Unit.Name()}s.");
        console.WriteLine(comparison.Recommendation.Reason.English);
        foreach (ModelEvaluation model in comparison.Models)
        {
            if (model.Failure is { } failure)
                console.WriteLine($"{model.Model}: {failure.English}");
            foreach (string warning in model.Warnings())
                console.WriteLine($"{model.Model}: {warning}");
        }
    }

    private static void Model(this Utf8JsonWriter json, ModelEvaluation model, TimeSpan duration)
    {
        json.WriteStartObject();
        json.WriteString("model", model.Model);
        if (model.Trials[^1].Fit is { } last)
            json.Parameters(last.Parameters);
        json.Number("logLikelihood", model.Fit(fit => fit.LogLikelihood));
        json.Number("aic", model.Fit(fit => fit.Aic));
        json.Number("bic", model.Fit(fit => fit.Bic));
        json.Accuracy(model.Mean);
        json.Number("medianMae", model.Mean(accuracy => accuracy.MedianMeanAbsoluteError ?? 0));
        json.Number("logScore", model.LogScore?.Mean);
        json.Number("seconds", duration.TotalSeconds);
        json.Texts("warnings", model.Warnings());
        json.WriteBoolean("converged", model.Failure is null);
        if (model.Failure is { } failure)
            json.WriteString("reason", failure.English);
        json.WriteStartArray("deciles");
        foreach (ForecastClass decile in model.Trials[^1].Deciles)
        {
            json.WriteStartObject();
            json.WriteNumber("customers", decile.Customers);
            json.Number("expected", decile.Expected);
            json.WriteNumber("actual", decile.Actual);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (model.Trials.Count > 1)
            json.Spread(model);
        json.WriteEndObject();
    }

    /// <summary>Standard deviations between origins, and each origin's own figures.</summary>
    private static void Spread(this Utf8JsonWriter json, ModelEvaluation model)
    {
        json.WriteStartObject("spread");
        json.Number("mae", model.Average(accuracy => accuracy.MeanAbsoluteError)?.StandardDeviation);
        json.Number("rmse", model.Average(accuracy => accuracy.RootMeanSquareError)?.StandardDeviation);
        json.Number("bias", model.Average(accuracy => accuracy.Bias)?.StandardDeviation);
        json.Number("logScore", model.LogScore?.StandardDeviation);
        json.WriteEndObject();
        json.WriteStartArray("origins");
        foreach (ModelTrial trial in model.Trials)
        {
            json.WriteStartObject();
            json.Number("logLikelihood", trial.Fit?.LogLikelihood);
            json.Accuracy(figure => trial.Accuracy is { } accuracy ? figure(accuracy) : null);
            json.Number("medianMae", trial.Accuracy?.MedianMeanAbsoluteError);
            json.Number("logScore", trial.LogScore);
            if (trial.Failure is { } failure)
                json.WriteString("reason", failure.English);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Recommendation(this Utf8JsonWriter json, Recommendation recommendation)
    {
        json.WriteStartObject("recommendation");
        json.WriteString("model", recommendation.Model);
        json.WriteString("reason", recommendation.Reason.English);
        json.WriteStartArray("comparisons");
        foreach (PairedComparison pair in recommendation.Pairs)
        {
            json.WriteStartObject();
            json.WriteString("model", pair.Model);
            json.WriteString("reference", pair.Reference);
            json.Number("logScoreGain", pair.Gain);
            json.Number("standardError", pair.StandardError);
            json.WriteBoolean("totalNoWorse", pair.TotalIsNoWorse);
            json.WriteBoolean("clearlyBetter", pair.IsClearlyBetter);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Origins(this Utf8JsonWriter json, ModelComparison comparison)
    {
        json.WriteStartArray("origins");
        for (int i = 0; i < comparison.Origins.Count; i++)
        {
            json.WriteStartObject();
            json.WriteString("calibrationEnd", comparison.Origins[i].CalibrationEnd?.Iso());
            json.WriteNumber("customers", comparison.Naive[i].Customers);
            json.Number("holdoutLength", comparison.Origins[i].Holdout.Length);
            json.WriteNumber("totalActual", comparison.Naive[i].ActualTotal);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Accuracy(this Utf8JsonWriter json, Func<Func<HoldoutAccuracy, double>, double?> figure)
    {
        json.Number("mae", figure(accuracy => accuracy.MeanAbsoluteError));
        json.Number("rmse", figure(accuracy => accuracy.RootMeanSquareError));
        json.Number("totalPredicted", figure(accuracy => accuracy.PredictedTotal));
        json.Number("totalActual", figure(accuracy => accuracy.ActualTotal));
        json.Number("bias", figure(accuracy => accuracy.Bias));
    }

    private static string[] Row(Func<Func<HoldoutAccuracy, double>, double> figure)
    {
        string Text(Func<HoldoutAccuracy, double> value, string format) => figure(value).ToString(format, CultureInfo.InvariantCulture);
        return
        [
            Text(accuracy => accuracy.MeanAbsoluteError, "F4"), Text(accuracy => accuracy.RootMeanSquareError, "F4"),
            Text(accuracy => accuracy.PredictedTotal, "F1"), Text(accuracy => accuracy.ActualTotal, "0.#"), Text(accuracy => accuracy.Bias, "F4"),
        ];
    }

    private static double? Mean(this ModelEvaluation model, Func<HoldoutAccuracy, double> figure) => model.Average(figure)?.Mean;

    private static double? Fit(this ModelEvaluation model, Func<FitReport, double> figure) => model.Average((ModelTrial trial) => trial.Fit is { } fit ? figure(fit) : null)?.Mean;

    private static IEnumerable<string> Warnings(this ModelEvaluation model) => (model.Trials[^1].Fit?.Warnings ?? []).Select(warning => warning.English);
}
