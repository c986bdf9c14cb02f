using CustomerValue.Segmentation.Rfm;

namespace CustomerValue.Json.Reading;

/// <summary>
/// Reads the options of RFM: <c>bins</c> (2 to 9 a dimension, by quantiles, or by clusters where it is <c>{"clusters":5}</c>) and <c>step</c> (what is
/// added to each quantile), <c>clusters</c> (true: all of them by clusters), <c>thresholds</c> for the dimensions that have fixed ones, and
/// <c>map</c>, one of <c>standard</c>, <c>package</c>, <c>eight</c>.
/// </summary>
internal static class RfmOptionsReader
{
    private static readonly string[] Dimensions = ["recency", "frequency", "monetary"];

    private static readonly Dictionary<string, RfmSegmentMap> Maps = new() { ["standard"] = RfmSegmentMaps.Standard, ["package"] = RfmSegmentMaps.RPackage, ["eight"] = RfmSegmentMaps.Eight };

    public static RfmStrategy? Read(StrictObject fields)
    {
        long before = fields.Problems.Count;
        double step = fields["step"].IsMissing ? 1 : fields["step"].NotNegative();
        bool clusters = !fields["clusters"].IsMissing && fields["clusters"].Boolean();
        RfmBins usual = Bins(5, clusters, step);
        RfmBins[] bins = fields["bins"].IsMissing ? [usual, usual, usual]
            : fields["bins"].Object(given => Array.ConvertAll(Dimensions, name => Bins(given[name], clusters, step))) ?? [usual, usual, usual];
        double[]?[] thresholds = fields["thresholds"].IsMissing ? [null, null, null]
            : fields["thresholds"].Object(given => Array.ConvertAll(Dimensions, name => given[name].IsMissing ? null : RfmReader.Numbers(given[name]))) ?? [null, null, null];
        RfmSegmentMap? map = fields["map"].IsMissing ? null : fields["map"].Choice(Maps);
        if (fields.Problems.Count > before)
            return null;
        RfmBins[] all = [.. Dimensions.Select((_, i) => thresholds[i] is { } at ? RfmBins.At(at) : bins[i])];
        RfmOptions options = new() { Recency = all[0], Frequency = all[1], Monetary = all[2] };
        return SegmentationReader.Make(fields, null, () => new RfmStrategy(map is null ? options : options with { Map = map }));
    }

    private static RfmBins Bins(StrictValue value, bool clusters, double step) =>
        value.IsObject ? Bins(value.Object(bins => bins["clusters"].Whole(2, 9)), true, step) : Bins(value.Whole(2, 9), clusters, step);

    private static RfmBins Bins(int count, bool clusters, double step) => clusters ? RfmBins.Clusters(count) : RfmBins.Quantiles(count, step);
}
