using System.Text.Json;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.ParetoNbdDynamic;

namespace CustomerValue.Json.Writing;

/// <summary>Writes a model with covariates over time: what a model is, and the test against the one without.</summary>
internal static class DynamicModelWriter
{
    public static void Write(Utf8JsonWriter writer, StoredModel<ParetoNbdDynamicModel> stored) =>
        ModelWriter.Write(writer, stored.Model.Name, Words.Of(Words.Units, stored.Model.Unit), stored.Model.Parameters, stored.Report, stored.Seconds, () => WriteTest(writer, stored.Report?.LikelihoodRatio));

    private static void WriteTest(Utf8JsonWriter writer, LikelihoodRatioTest? test)
    {
        if (test is null)
            return;
        writer.WriteStartObject("likelihoodRatio");
        writer.WriteNumber("statistic", test.Statistic);
        writer.WriteNumber("degreesOfFreedom", test.DegreesOfFreedom);
        writer.WriteNumber("pValue", test.PValue);
        writer.WriteEndObject();
    }
}
