using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Geographic;

namespace CustomerValue.Tests.Segmentation.Laws;

public sealed class GeohashLaws : SegmentationLaws
{
    protected override ISegmentationStrategy Strategy => new GeohashStrategy(new GeohashOptions { MinimumCustomers = 8 });

    protected override Population Population => GeographicPopulations.Points;
}
