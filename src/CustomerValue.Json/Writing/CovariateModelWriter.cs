using System.Text.Json;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.Covariates;

namespace CustomerValue.Json.Writing;

/// <summary>Writes a model with covariates: what a model is, and how columns become numbers.</summary>
internal static class CovariateModelWriter
{
    public static void Write(Utf8JsonWriter writer, StoredModel<CovariatePurchaseModel> stored) =>
        ModelWriter.Write(writer, stored.Model.Name, Words.Of(Words.Units, stored.Model.Unit), stored.Model.Parameters, stored.Report, stored.Seconds, () => Write(writer, stored.Model.Encoding, stored.Report));

    public static void Write(Utf8JsonWriter writer, StoredModel<CovariateSpendModel> stored) =>
        ModelWriter.Write(writer, stored.Model.Name, null, stored.Model.Parameters, stored.Report, stored.Seconds, () => Write(writer, stored.Model.Encoding, stored.Report));

    private static void Write(Utf8JsonWriter writer, CovariateEncoding encoding, FitReport? report)
    {
        writer.WriteStartArray("covariates");
        foreach (CovariateCode column in encoding.Columns)
        {
            writer.WriteStartObject();
            writer.WriteString("name", column.Name);
            if (column.IsCategory)
            {
                writer.WriteString("baseLevel", column.BaseLevel);
                writer.WriteStartArray("levels");
                foreach (string level in column.Levels)
                    writer.WriteStringValue(level);
                writer.WriteEndArray();
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (report is null)
            return;
        writer.WriteNumber("freeParameters", report.FreeParameters);
        if (report.LikelihoodRatio is not { } test)
            return;
        writer.WriteStartObject("likelihoodRatio");
        writer.WriteNumber("statistic", test.Statistic);
        writer.WriteNumber("degreesOfFreedom", test.DegreesOfFreedom);
        writer.WriteNumber("pValue", test.PValue);
        writer.WriteEndObject();
    }
}
