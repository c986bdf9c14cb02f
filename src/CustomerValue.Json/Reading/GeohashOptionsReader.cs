using CustomerValue.Segmentation.Geographic;

namespace CustomerValue.Json.Reading;

/// <summary>Reads the options of cells: <c>columns</c> (latitude, longitude), <c>length</c> in [1, 12] and <c>minimumCustomers</c>.</summary>
internal static class GeohashOptionsReader
{
    public static GeohashStrategy? Read(StrictObject fields)
    {
        long before = fields.Problems.Count;
        GeohashOptions options = new();
        options = options with
        {
            Columns = (fields["columns"].IsMissing ? null : GeographicReader.Coordinates(fields)) ?? options.Columns,
            Length = fields["length"].IsMissing ? options.Length : fields["length"].Whole(1, Geohash.Longest),
            MinimumCustomers = fields["minimumCustomers"].IsMissing ? options.MinimumCustomers : fields["minimumCustomers"].Whole(1),
        };
        return fields.Problems.Count > before ? null : SegmentationReader.Make(fields, null, () => new GeohashStrategy(options));
    }
}
