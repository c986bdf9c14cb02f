using System.Text.Json;
using CustomerValue.Labels;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.HierarchicalBayes;
using CustomerValue.LifetimeValue.ShiftedBetaGeometric;

namespace CustomerValue.Json.Writing;

/// <summary>Writes a model with what is known of its fit.</summary>
internal static class ModelWriter
{
    public static void Write(Utf8JsonWriter writer, StoredModel<PurchaseModel> stored) =>
        Write(writer, stored.Model.Name, Words.Of(Words.Units, stored.Model.Unit), stored.Model.Parameters, stored.Report, stored.Seconds, draws: (stored.Model as PosteriorModel)?.Draws);

    public static void Write(Utf8JsonWriter writer, StoredModel<SpendModel> stored) =>
        Write(writer, stored.Model.Name, null, stored.Model.Parameters, stored.Report, stored.Seconds);

    public static void Write(Utf8JsonWriter writer, StoredModel<ShiftedBetaGeometricModel> stored) =>
        Write(writer, stored.Model.Name, Words.Of(Words.Units, stored.Model.Unit), stored.Model.Parameters, stored.Report, stored.Seconds);

    /// <summary>Writes a model; <paramref name="more"/> writes what it has beside its parameters.</summary>
    public static void Write(Utf8JsonWriter writer, string model, string? unit, IReadOnlyList<ModelParameter> parameters, FitReport? report, double? seconds, Action? more = null, IReadOnlyList<IReadOnlyList<double>>? draws = null)
    {
        writer.WriteStartObject();
        writer.WriteNumber("version", 1);
        writer.WriteString("model", model);
        if (unit is not null)
            writer.WriteString("unit", unit);
        if (report is not null)
        {
            writer.WriteNumber("customers", report.Customers);
            writer.WriteNumber("distinct", report.DistinctHistories);
        }

        WriteNumbers(writer, "parameters", parameters.Select(parameter => parameter.Name), parameters.Select(parameter => parameter.Value));
        more?.Invoke();
        if (report is not null)
            WriteReport(writer, report);
        if (seconds is double time)
            writer.WriteNumber("seconds", time);
        if (draws is not null)
            WriteRows(writer, "draws", draws);
        writer.WriteEndObject();
    }

    private static void WriteReport(Utf8JsonWriter writer, FitReport report)
    {
        if (report.StandardErrors is { } errors)
            WriteNumbers(writer, "standardErrors", report.Parameters.Select(parameter => parameter.Name), errors);
        if (report.Covariance is { } covariance)
            WriteRows(writer, "covariance", covariance);
        if (report.Sampling is { } sampling)
            WriteSampling(writer, report.Parameters.Select(parameter => parameter.Name).ToArray(), sampling);

        writer.WriteNumber("logLikelihood", report.LogLikelihood);
        writer.WriteNumber("gradientNorm", report.GradientNorm);
        writer.WriteBoolean("converged", report.Converged);
        if (report.Reason is { } reason)
            writer.WriteText("reason", reason);
        writer.WriteNumber("iterations", report.Iterations);
        writer.WriteNumber("evaluations", report.Evaluations);
        writer.WriteStartArray("warnings");
        foreach (LocalizedText warning in report.Warnings)
            writer.WriteText(warning);
        writer.WriteEndArray();
    }

    private static void WriteSampling(Utf8JsonWriter writer, IReadOnlyList<string> names, SamplingReport sampling)
    {
        writer.WriteStartObject("sampling");
        writer.WriteNumber("chains", sampling.Chains);
        writer.WriteNumber("draws", sampling.Draws);
        writer.WriteNumber("sweeps", sampling.Sweeps);
        // JSON has no infinity, which is the R-hat of a chain that never moved.
        WriteNumbers(writer, "rHat", names, sampling.RHat.Select(value => Math.Min(value, double.MaxValue)));
        WriteNumbers(writer, "ess", names, sampling.BulkEffectiveSize);
        WriteNumbers(writer, "essTail", names, sampling.TailEffectiveSize);
        writer.WriteEndObject();
    }

    private static void WriteRows(Utf8JsonWriter writer, string name, IReadOnlyList<IReadOnlyList<double>> rows)
    {
        writer.WriteStartArray(name);
        foreach (IReadOnlyList<double> row in rows)
        {
            writer.WriteStartArray();
            foreach (double value in row)
                writer.WriteNumberValue(value);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }

    private static void WriteNumbers(Utf8JsonWriter writer, string name, IEnumerable<string> names, IEnumerable<double> values)
    {
        writer.WriteStartObject(name);
        foreach ((string key, double value) in names.Zip(values, (key, value) => (key, value)))
            writer.WriteNumber(key, value);
        writer.WriteEndObject();
    }
}
