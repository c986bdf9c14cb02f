using CustomerValue.Segmentation.Rfm;

namespace CustomerValue.Json.Reading;

/// <summary>
/// Reads the options of RFM: <c>bins</c> (2 to 9 a dimension, by quantiles) and <c>step</c> (what is added to each quantile), or <c>thresholds</c>
/// for the dimensions that have fixed ones, and <c>map</c>, one of <c>standard</c>, <c>package</c>, <c>eight</c>.
/// </summary>
internal static class RfmOptionsReader
{
    private static readonly string[] Dimensions = ["recency", "frequency", "monetary"];

    private static readonly Dictionary<string, RfmSegmentMap> Maps = new() { ["standard"] = RfmSegmentMaps.Standard, ["package"] = RfmSegmentMaps.RPackage, ["eight"] = RfmSegmentMaps.Eight };

    public static RfmStrategy? Read(StrictObject fields)
    {
        long before = fields.Problems.Count;
        double step = fields["step"].IsMissing ? 1 : fields["step"].NotNegative();
        int[] counts = fields["bins"].IsMissing ? [5, 5, 5] : fields["bins"].Object(bins => Array.ConvertAll(Dimensions, name => bins[name].Whole(2, 9))) ?? [5, 5, 5];
        double[]?[] thresholds = fields["thresholds"].IsMissing ? [null, null, null]
            : fields["thresholds"].Object(given => Array.ConvertAll(Dimensions, name => given[name].IsMissing ? null : RfmReader.Numbers(given[name]))) ?? [null, null, null];
        RfmSegmentMap? map = fields["map"].IsMissing ? null : fields["map"].Choice(Maps);
        if (fields.Problems.Count > before)
            return null;
        RfmBins[] all = [.. Dimensions.Select((_, i) => thresholds[i] is { } at ? RfmBins.At(at) : RfmBins.Quantiles(counts[i], step))];
        RfmOptions options = new() { Recency = all[0], Frequency = all[1], Monetary = all[2] };
        return SegmentationReader.Make(fields, null, () => new RfmStrategy(map is null ? options : options with { Map = map }));
    }
}
