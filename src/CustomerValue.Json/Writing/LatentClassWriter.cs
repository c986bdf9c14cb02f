using System.Text.Json;
using CustomerValue.Labels;
using CustomerValue.Segmentation.LatentClasses;

namespace CustomerValue.Json.Writing;

/// <summary>Writes latent classes.</summary>
internal static class LatentClassWriter
{
    public static void Write(Utf8JsonWriter writer, LatentClassSegmentation segmentation)
    {
        LatentClassModel model = segmentation.Model;
        writer.WriteStartArray("items");
        foreach (LatentClassItem item in model.Items)
        {
            writer.WriteStartObject();
            writer.WriteString("column", item.Name);
            writer.WriteStartArray("categories");
            foreach (string category in item.Categories)
                writer.WriteStringValue(category);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("covariates");
        foreach (string covariate in model.Covariates)
            writer.WriteStringValue(covariate);
        writer.WriteEndArray();
        writer.WriteStartArray("classes");
        for (int @class = 0; @class < model.Classes; @class++)
        {
            writer.WriteStartObject();
            writer.WriteNumber("share", model.Shares[@class]);
            WriteNumbers(writer, "coefficients", model.Covariates.Count > 0 ? model.Coefficients[@class] : []);
            writer.WriteStartArray("probabilities");
            foreach (IReadOnlyList<double> ofItem in model.Probabilities[@class])
                WriteNumbers(writer, null, ofItem);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartObject("fit");
        writer.WriteNumber("customers", segmentation.Fit.Customers);
        writer.WriteNumber("iterations", segmentation.Fit.Iterations);
        writer.WriteBoolean("converged", segmentation.Fit.Converged);
        writer.WriteStartArray("figures");
        foreach (KeyValuePair<string, double> figure in segmentation.Fit.Figures)
        {
            writer.WriteStartObject();
            writer.WriteString("name", figure.Key);
            writer.WriteNumber("value", figure.Value);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("warnings");
        foreach (LocalizedText warning in segmentation.Fit.Warnings)
        {
            writer.WriteStartObject();
            writer.WriteText("text", warning);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteNumbers(Utf8JsonWriter writer, string? name, IReadOnlyList<double> numbers)
    {
        if (name is null)
            writer.WriteStartArray();
        else
            writer.WriteStartArray(name);
        foreach (double number in numbers)
            writer.WriteNumberValue(number);
        writer.WriteEndArray();
    }
}
