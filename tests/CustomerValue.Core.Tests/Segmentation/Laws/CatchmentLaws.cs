using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Geographic;

namespace CustomerValue.Tests.Segmentation.Laws;

public sealed class CatchmentLaws : SegmentationLaws
{
    protected override ISegmentationStrategy Strategy => new CatchmentStrategy(new CatchmentOptions
    {
        Stores =
        [
            new Store { Id = "suva", Latitude = -17.4, Longitude = 179.95, RadiusKm = 8 },
            new Store { Id = "labasa", Label = "兰巴萨", Latitude = -17.2, Longitude = -180, RadiusKm = 40 },
            new Store { Id = "pole", Latitude = -90, Longitude = 77, RadiusKm = 1 },
        ],
    });

    protected override Population Population => GeographicPopulations.Points;
}
