using CustomerValue.Segmentation.Geographic;

namespace CustomerValue.Json.Reading;

/// <summary>Reads a fitted tree of cells.</summary>
internal static class GeohashReader
{
    public static GeohashSegmentation? Read(StrictObject fields)
    {
        long before = fields.Problems.Count;
        CoordinateColumns? columns = GeographicReader.Coordinates(fields);
        int length = fields["length"].Whole(1, Geohash.Longest);
        GeographicNode[] cells = GeographicReader.Places(fields, "cells");
        return fields.Problems.Count > before ? null : SegmentationReader.Make(fields, null, () => new GeohashSegmentation(columns!, length, cells));
    }
}
