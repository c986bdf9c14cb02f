using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Geographic;

namespace CustomerValue.Tests.Json;

/// <summary>A segmentation of each kind with every field that its document can have.</summary>
internal static class SegmentationDocuments
{
    private static readonly CoordinateColumns Coordinates = new() { Latitude = "lat", Longitude = "lon" };

    public static ISegmentation Of(string strategy) => strategy switch
    {
        "geographic" => new GeographicSegmentation(
            new AdministrativeColumns { Country = "国家", Province = "省", City = "市", District = "区", Community = "社区" },
            [
                new GeographicNode { Path = ["中国"], Customers = 90, IsSegment = false },
                new GeographicNode { Path = ["中国", "浙江"], Customers = 70, IsSegment = true },
            ]),
        "catchment" => new CatchmentSegmentation(Coordinates, [new Store { Id = "a", Label = "Bund", Latitude = 31.24, Longitude = 121.49, RadiusKm = 3 }]),
        "geohash" => new GeohashSegmentation(Coordinates, 5, [new GeographicNode { Path = ["w"], Customers = 40, IsSegment = true }]),
        "dbscan" => new DbscanSegmentation(Coordinates, 2.5, 10, [new DbscanCluster { Customers = 12, Latitude = 31.2, Longitude = 121.5, CoreLatitudes = [31.2, 31.21], CoreLongitudes = [121.5, 121.49] }]),
        _ => throw new ArgumentOutOfRangeException(nameof(strategy)),
    };
}
