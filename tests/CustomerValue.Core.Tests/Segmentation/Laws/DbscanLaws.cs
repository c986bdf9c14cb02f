using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Geographic;

namespace CustomerValue.Tests.Segmentation.Laws;

public sealed class DbscanLaws : SegmentationLaws
{
    protected override ISegmentationStrategy Strategy => new DbscanStrategy(new DbscanOptions { MinimumPoints = 6 });

    protected override Population Population => GeographicPopulations.Points;
}
