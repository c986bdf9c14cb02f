using CustomerValue.Segmentation.Geographic;

namespace CustomerValue.Json.Reading;

/// <summary>Reads the options of the administrative tree: <c>columns</c> (country, province, city, district, community), <c>deepest</c>, one of these words, and <c>minimumCustomers</c>.</summary>
internal static class GeographicOptionsReader
{
    private static readonly Dictionary<string, AdministrativeLevel> Levels = new()
    {
        ["country"] = AdministrativeLevel.Country,
        ["province"] = AdministrativeLevel.Province,
        ["city"] = AdministrativeLevel.City,
        ["district"] = AdministrativeLevel.District,
        ["community"] = AdministrativeLevel.Community,
    };

    public static GeographicStrategy? Read(StrictObject fields)
    {
        long before = fields.Problems.Count;
        GeographicOptions options = new();
        options = options with
        {
            Columns = (fields["columns"].IsMissing ? null : GeographicReader.Columns(fields)) ?? options.Columns,
            Deepest = fields["deepest"].IsMissing ? options.Deepest : fields["deepest"].Choice(Levels),
            MinimumCustomers = fields["minimumCustomers"].IsMissing ? options.MinimumCustomers : fields["minimumCustomers"].Whole(1),
        };
        return fields.Problems.Count > before ? null : SegmentationReader.Make(fields, null, () => new GeographicStrategy(options));
    }
}
