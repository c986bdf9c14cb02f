using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Rfm;

namespace CustomerValue.Json.Reading;

/// <summary>Reads a fitted RFM segmentation.</summary>
internal static class RfmReader
{
    private const string Thresholds = "an array of 1 to 8 numbers";
    private static readonly Dictionary<string, bool> IsByHalves = new() { ["scores"] = false, ["halves"] = true };

    public static RfmSegmentation? Read(StrictObject fields)
    {
        long before = fields.Problems.Count;
        (double[] recency, double[] frequency, double[] monetary) = fields["thresholds"].Object(thresholds => (Numbers(thresholds["recency"]), Numbers(thresholds["frequency"]), Numbers(thresholds["monetary"])));
        bool byHalves = fields["codes"].Choice(IsByHalves);
        RfmSegmentRule?[] rules = fields["segments"].Array("an array of segments").Select(segment => segment.Object(Rule)).ToArray();
        if (fields.Problems.Count > before)
            return null;
        RfmSegmentMap? map = SegmentationReader.Make(fields, "segments", () => byHalves
            ? RfmSegmentMap.OfHalves(rules!)
            : RfmSegmentMap.Exact(new RfmScores(recency.Length + 1, frequency.Length + 1, monetary.Length + 1), rules!));
        return SegmentationReader.Make(fields, "thresholds", () => new RfmSegmentation(recency, frequency, monetary, map ?? RfmSegmentMaps.Eight));
    }

    private static RfmSegmentRule? Rule(StrictObject fields)
    {
        Segment segment = SegmentReader.Read(fields);
        string codes = fields["codes"].Text();
        return SegmentationReader.Make(fields, null, () => new RfmSegmentRule(segment, codes));
    }

    public static double[] Numbers(StrictValue value) => value.Array(Thresholds).Select(number => number.Number()).ToArray();
}
