using System.Text.Json;
using CustomerValue.Json.Reading;
using CustomerValue.Segmentation.Geographic;

namespace CustomerValue.Json.Writing;

/// <summary>Writes a fitted tree of places.</summary>
internal static class GeographicWriter
{
    public static void Write(Utf8JsonWriter writer, GeographicSegmentation segmentation)
    {
        writer.WriteStartObject("columns");
        WriteName(writer, "country", segmentation.Columns.Country);
        WriteName(writer, "province", segmentation.Columns.Province);
        WriteName(writer, "city", segmentation.Columns.City);
        WriteName(writer, "district", segmentation.Columns.District);
        WriteName(writer, "community", segmentation.Columns.Community);
        writer.WriteEndObject();
        WritePlaces(writer, "places", segmentation.Nodes);
    }

    public static void WriteCoordinates(Utf8JsonWriter writer, CoordinateColumns columns)
    {
        writer.WriteStartObject("columns");
        WriteName(writer, "latitude", columns.Latitude);
        WriteName(writer, "longitude", columns.Longitude);
        writer.WriteEndObject();
    }

    /// <exception cref="ArgumentException">More places than a document may have.</exception>
    public static void WritePlaces(Utf8JsonWriter writer, string name, IReadOnlyList<GeographicNode> places)
    {
        if (places.Count > GeographicReader.MostPlaces)
            throw new ArgumentException($"There are {places.Count} places, but a document has room for {GeographicReader.MostPlaces}; fit with more customers a segment.", nameof(places));
        writer.WriteStartArray(name);
        foreach (GeographicNode place in places)
        {
            writer.WriteStartObject();
            writer.WriteStartArray("path");
            foreach (string part in place.Path)
                writer.WriteStringValue(part);
            writer.WriteEndArray();
            writer.WriteNumber("customers", place.Customers);
            writer.WriteBoolean("segment", place.IsSegment);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteName(Utf8JsonWriter writer, string field, string? column)
    {
        if (column is not null)
            writer.WriteString(field, column);
    }
}
