using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Geographic;

namespace CustomerValue.Tests.Segmentation.Laws;

public sealed class GeographicLaws : SegmentationLaws
{
    protected override ISegmentationStrategy Strategy => new GeographicStrategy(new GeographicOptions { MinimumCustomers = 12 });

    protected override Population Population => GeographicPopulations.Places;
}
