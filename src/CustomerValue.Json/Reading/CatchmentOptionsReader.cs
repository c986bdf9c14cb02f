using CustomerValue.Segmentation.Geographic;

namespace CustomerValue.Json.Reading;

/// <summary>Reads the options of catchments: <c>stores</c> (id, label, latitude, longitude, radiusKm) and <c>columns</c> (latitude, longitude).</summary>
internal static class CatchmentOptionsReader
{
    public static CatchmentStrategy? Read(StrictObject fields)
    {
        long before = fields.Problems.Count;
        CatchmentOptions options = new();
        options = options with
        {
            Stores = fields["stores"].IsMissing ? options.Stores : CatchmentReader.Stores(fields),
            Columns = (fields["columns"].IsMissing ? null : GeographicReader.Coordinates(fields)) ?? options.Columns,
        };
        return fields.Problems.Count > before ? null : SegmentationReader.Make(fields, null, () => new CatchmentStrategy(options));
    }
}
