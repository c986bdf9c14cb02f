using CustomerValue.Segmentation.Geographic;

namespace CustomerValue.Json.Reading;

/// <summary>Reads stores with their catchments.</summary>
internal static class CatchmentReader
{
    private const int MostStores = 10_000;

    public static CatchmentSegmentation? Read(StrictObject fields)
    {
        long before = fields.Problems.Count;
        CoordinateColumns? columns = GeographicReader.Coordinates(fields);
        Store[] stores = Stores(fields);
        return fields.Problems.Count > before ? null : SegmentationReader.Make(fields, null, () => new CatchmentSegmentation(columns!, stores));
    }

    public static Store[] Stores(StrictObject fields) => [.. fields["stores"].Array($"an array of at most {MostStores} stores", MostStores).Select(store => store.Object(Store)).OfType<Store>()];

    private static Store Store(StrictObject store) => new()
    {
        Id = store["id"].Text(),
        Label = store["label"].IsMissing ? null : store["label"].Text(label => label.Trim().Length > 0, "a text that is not blank"),
        Latitude = store["latitude"].Number(),
        Longitude = store["longitude"].Number(),
        RadiusKm = store["radiusKm"].Positive(),
    };
}
