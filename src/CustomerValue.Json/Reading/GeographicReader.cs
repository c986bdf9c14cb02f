using CustomerValue.Segmentation.Geographic;

namespace CustomerValue.Json.Reading;

/// <summary>Reads a fitted tree of places.</summary>
internal static class GeographicReader
{
    /// <summary>More places than the largest document has.</summary>
    public const int MostPlaces = 50_000;

    public static GeographicSegmentation? Read(StrictObject fields)
    {
        long before = fields.Problems.Count;
        AdministrativeColumns? columns = Columns(fields);
        GeographicNode[] places = Places(fields, "places");
        return fields.Problems.Count > before ? null : SegmentationReader.Make(fields, null, () => new GeographicSegmentation(columns!, places));
    }

    public static AdministrativeColumns? Columns(StrictObject fields) => fields["columns"].Object(columns => new AdministrativeColumns
    {
        Country = Name(columns, "country"),
        Province = Name(columns, "province"),
        City = Name(columns, "city"),
        District = Name(columns, "district"),
        Community = Name(columns, "community"),
    });

    public static CoordinateColumns? Coordinates(StrictObject fields) => fields["columns"].Object(columns => new CoordinateColumns { Latitude = Name(columns, "latitude"), Longitude = Name(columns, "longitude") });

    public static GeographicNode[] Places(StrictObject fields, string name) => [.. fields[name].Array($"an array of at most {MostPlaces} places", MostPlaces).Select(place => place.Object(Place)).OfType<GeographicNode>()];

    private static GeographicNode Place(StrictObject place) => new()
    {
        Path = [.. place["path"].Array("an array of names", 12).Select(name => name.Text())],
        Customers = place["customers"].Whole(0),
        IsSegment = place["segment"].Boolean(),
    };

    private static string? Name(StrictObject columns, string field) => columns[field].IsMissing ? null : columns[field].Text(name => !string.IsNullOrWhiteSpace(name), "the name of a column");
}
