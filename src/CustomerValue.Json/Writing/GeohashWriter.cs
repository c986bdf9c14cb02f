using System.Text.Json;
using CustomerValue.Segmentation.Geographic;

namespace CustomerValue.Json.Writing;

/// <summary>Writes a fitted tree of cells.</summary>
internal static class GeohashWriter
{
    public static void Write(Utf8JsonWriter writer, GeohashSegmentation segmentation)
    {
        GeographicWriter.WriteCoordinates(writer, segmentation.Columns);
        writer.WriteNumber("length", segmentation.Length);
        GeographicWriter.WritePlaces(writer, "cells", segmentation.Nodes);
    }
}
