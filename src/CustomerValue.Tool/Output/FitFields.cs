using System.Text.Json;
using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.Covariates;

namespace CustomerValue.Tool.Output;

/// <summary>A fit as the command's JSON says it.</summary>
internal static class FitFields
{
    /// <summary>The fields of a fit, in the contract's order.</summary>
    public static void Fit(this Utf8JsonWriter json, FitReport report, TimeUnit? unit, TimeSpan duration, CovariateEncoding? covariates = null)
    {
        json.WriteString("model", report.Model);
        if (unit is TimeUnit known)
            json.WriteString("unit", known.Name());
        json.Number("customers", report.Customers);
        json.WriteNumber("distinct", report.DistinctHistories);
        json.Parameters(report.Parameters);
        json.StandardErrors(report);
        if (covariates is not null)
            json.Covariates(covariates);
        json.Sampling(report);
        json.Number("logLikelihood", report.LogLikelihood);
        if (covariates is not null)
            json.Test(report.LikelihoodRatio);
        json.WriteBoolean("converged", report.Converged);
        if (report.Reason is { } reason)
            json.WriteString("reason", reason.English);
        json.WriteNumber("iterations", report.Iterations);
        json.WriteNumber("evaluations", report.Evaluations);
        json.Number("seconds", duration.TotalSeconds);
        json.Texts("warnings", report.Warnings.Select(warning => warning.English));
    }

    public static void Parameters(this Utf8JsonWriter json, IReadOnlyList<ModelParameter> parameters)
    {
        json.WriteStartObject("parameters");
        foreach (ModelParameter parameter in parameters)
            json.Number(parameter.Name, parameter.Value);
        json.WriteEndObject();
    }

    /// <summary>Of a sampled posterior only.</summary>
    private static void Sampling(this Utf8JsonWriter json, FitReport report)
    {
        if (report.Sampling is not { } sampling)
            return;
        void OfEach(string name, IReadOnlyList<double> values)
        {
            json.WriteStartObject(name);
            for (int i = 0; i < values.Count; i++)
                json.Number(report.Parameters[i].Name, values[i]);
            json.WriteEndObject();
        }

        OfEach("rHat", sampling.RHat);
        OfEach("ess", sampling.BulkEffectiveSize);
        OfEach("essTail", sampling.TailEffectiveSize);
        json.WriteNumber("sweeps", sampling.Sweeps);
    }

    public static string Name(this TimeUnit unit) => unit.ToString().ToLowerInvariant();

    /// <summary>Every covariate; of a category the level that the others are compared with.</summary>
    private static void Covariates(this Utf8JsonWriter json, CovariateEncoding covariates)
    {
        json.WriteStartArray("covariates");
        foreach (CovariateCode column in covariates.Columns)
        {
            json.WriteStartObject();
            json.WriteString("name", column.Name);
            if (column.IsCategory)
            {
                json.WriteString("baseLevel", column.BaseLevel);
                json.Texts("levels", column.Levels);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The test against the model without covariates; null where there is none, as under a penalty.</summary>
    private static void Test(this Utf8JsonWriter json, LikelihoodRatioTest? test)
    {
        if (test is null)
        {
            json.WriteNull("likelihoodRatio");
            return;
        }

        json.WriteStartObject("likelihoodRatio");
        json.Number("statistic", test.Statistic);
        json.WriteNumber("degreesOfFreedom", test.DegreesOfFreedom);
        json.Number("pValue", test.PValue);
        json.WriteEndObject();
    }

    private static void StandardErrors(this Utf8JsonWriter json, FitReport report)
    {
        if (report.StandardErrors is not { } errors)
        {
            json.WriteNull("standardErrors");
            return;
        }

        json.WriteStartObject("standardErrors");
        for (int i = 0; i < errors.Count; i++)
            json.Number(report.Parameters[i].Name, errors[i]);
        json.WriteEndObject();
    }
}
