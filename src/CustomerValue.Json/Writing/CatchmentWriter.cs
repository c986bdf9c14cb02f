using System.Text.Json;
using CustomerValue.Segmentation.Geographic;

namespace CustomerValue.Json.Writing;

/// <summary>Writes stores with their catchments.</summary>
internal static class CatchmentWriter
{
    public static void Write(Utf8JsonWriter writer, CatchmentSegmentation segmentation)
    {
        GeographicWriter.WriteCoordinates(writer, segmentation.Columns);
        writer.WriteStartArray("stores");
        foreach (Store store in segmentation.Stores)
        {
            writer.WriteStartObject();
            writer.WriteString("id", store.Id);
            if (store.Label is not null)
                writer.WriteString("label", store.Label);
            writer.WriteNumber("latitude", store.Latitude);
            writer.WriteNumber("longitude", store.Longitude);
            writer.WriteNumber("radiusKm", store.RadiusKm);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
