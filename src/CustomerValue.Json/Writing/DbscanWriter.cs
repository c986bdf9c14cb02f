using System.Text.Json;
using CustomerValue.Json.Reading;
using CustomerValue.Segmentation.Geographic;

namespace CustomerValue.Json.Writing;

/// <summary>Writes dense places with their core points.</summary>
internal static class DbscanWriter
{
    /// <exception cref="ArgumentException">More core points than a document may have.</exception>
    public static void Write(Utf8JsonWriter writer, DbscanSegmentation segmentation)
    {
        if (segmentation.CorePositions > DbscanReader.MostCorePoints)
            throw new ArgumentException($"There are {segmentation.CorePositions} positions of core points, but a document has room for {DbscanReader.MostCorePoints}; round coordinates before the fit, so that fewer differ.", nameof(segmentation));
        GeographicWriter.WriteCoordinates(writer, segmentation.Columns);
        writer.WriteNumber("radiusKm", segmentation.RadiusKm);
        writer.WriteNumber("minimumPoints", segmentation.MinimumPoints);
        writer.WriteStartArray("clusters");
        foreach (DbscanCluster cluster in segmentation.Clusters)
        {
            writer.WriteStartObject();
            writer.WriteNumber("customers", cluster.Customers);
            writer.WriteNumber("latitude", cluster.Latitude);
            writer.WriteNumber("longitude", cluster.Longitude);
            WriteNumbers(writer, "coreLatitudes", cluster.CoreLatitudes);
            WriteNumbers(writer, "coreLongitudes", cluster.CoreLongitudes);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteNumbers(Utf8JsonWriter writer, string name, IReadOnlyList<double> numbers)
    {
        writer.WriteStartArray(name);
        foreach (double number in numbers)
            writer.WriteNumberValue(number);
        writer.WriteEndArray();
    }
}
