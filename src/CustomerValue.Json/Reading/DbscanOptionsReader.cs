using CustomerValue.Segmentation.Geographic;

namespace CustomerValue.Json.Reading;

/// <summary>Reads the options of dense places: <c>columns</c> (latitude, longitude), <c>radiusKm</c> and <c>minimumPoints</c>.</summary>
internal static class DbscanOptionsReader
{
    public static DbscanStrategy? Read(StrictObject fields)
    {
        long before = fields.Problems.Count;
        DbscanOptions options = new();
        options = options with
        {
            Columns = (fields["columns"].IsMissing ? null : GeographicReader.Coordinates(fields)) ?? options.Columns,
            RadiusKm = fields["radiusKm"].IsMissing ? options.RadiusKm : fields["radiusKm"].Positive(),
            MinimumPoints = fields["minimumPoints"].IsMissing ? options.MinimumPoints : fields["minimumPoints"].Whole(1),
        };
        return fields.Problems.Count > before ? null : SegmentationReader.Make(fields, null, () => new DbscanStrategy(options));
    }
}
