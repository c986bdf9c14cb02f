using CustomerValue.Segmentation.Geographic;

namespace CustomerValue.Json.Reading;

/// <summary>Reads dense places with their core points.</summary>
internal static class DbscanReader
{
    /// <summary>As many core points as a document has room for, over all places.</summary>
    public const int MostCorePoints = 200_000;
    private const string Degrees = "an array of at most 200000 numbers";

    public static DbscanSegmentation? Read(StrictObject fields)
    {
        long before = fields.Problems.Count;
        CoordinateColumns? columns = GeographicReader.Coordinates(fields);
        double radius = fields["radiusKm"].Positive();
        int minimum = fields["minimumPoints"].Whole(1);
        DbscanCluster[] clusters = [.. fields["clusters"].Array("an array of dense places", MostCorePoints).Select(cluster => cluster.Object(Cluster)).OfType<DbscanCluster>()];
        return fields.Problems.Count > before ? null : SegmentationReader.Make(fields, null, () => new DbscanSegmentation(columns!, radius, minimum, clusters));
    }

    private static DbscanCluster Cluster(StrictObject cluster) => new()
    {
        Customers = cluster["customers"].Whole(0),
        Latitude = cluster["latitude"].Number(),
        Longitude = cluster["longitude"].Number(),
        CoreLatitudes = [.. cluster["coreLatitudes"].Array(Degrees, MostCorePoints).Select(degrees => degrees.Number())],
        CoreLongitudes = [.. cluster["coreLongitudes"].Array(Degrees, MostCorePoints).Select(degrees => degrees.Number())],
    };
}
