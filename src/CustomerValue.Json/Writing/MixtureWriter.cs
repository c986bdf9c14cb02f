using System.Text.Json;
using CustomerValue.Labels;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Clustering;
using CustomerValue.Segmentation.Clustering.Mixtures;

namespace CustomerValue.Json.Writing;

/// <summary>Writes a fitted mixture.</summary>
internal static class MixtureWriter
{
    public static void Write(Utf8JsonWriter writer, MixtureSegmentation mixture)
    {
        writer.WriteString("covariance", Reading.MixtureReader.Shapes.First(shape => shape.Value == mixture.Model.Covariance).Key);
        writer.WriteStartArray("fields");
        foreach (FieldScale field in mixture.Fields)
        {
            writer.WriteStartObject();
            writer.WriteString("column", field.Column);
            writer.WriteString("transform", field.Log ? "log" : "none");
            writer.WriteNumber("centre", field.Centre);
            writer.WriteNumber("spread", field.Spread);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("components");
        foreach (GaussianComponent component in mixture.Model.Components)
        {
            writer.WriteStartObject();
            writer.WriteNumber("weight", component.Weight);
            writer.WriteStartArray("mean");
            foreach (double value in component.Mean)
                writer.WriteNumberValue(value);
            writer.WriteEndArray();
            WriteCovariance(writer, mixture.Model, component.Covariance);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        WriteFit(writer, mixture.Fit);
    }

    /// <summary>A row of the matrix each; one row where there is none.</summary>
    private static void WriteCovariance(Utf8JsonWriter writer, GaussianMixtureModel model, IReadOnlyList<double> covariance)
    {
        bool matrix = model.Covariance is CovarianceShape.Tied or CovarianceShape.Full;
        writer.WriteStartArray("covariance");
        for (int i = 0; i < covariance.Count; i++)
        {
            if (matrix && i % model.Width == 0)
                writer.WriteStartArray();
            writer.WriteNumberValue(covariance[i]);
            if (matrix && i % model.Width == model.Width - 1)
                writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }

    private static void WriteFit(Utf8JsonWriter writer, SegmentationFit fit)
    {
        writer.WriteStartObject("fit");
        writer.WriteNumber("customers", fit.Customers);
        writer.WriteNumber("iterations", fit.Iterations);
        writer.WriteBoolean("converged", fit.Converged);
        writer.WriteStartObject("figures");
        foreach (KeyValuePair<string, double> figure in fit.Figures)
            writer.WriteNumber(figure.Key, figure.Value);
        writer.WriteEndObject();
        writer.WriteStartArray("warnings");
        foreach (LocalizedText warning in fit.Warnings)
            writer.WriteText(warning);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
