using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Rfm;
using CustomerValue.Validation;

namespace CustomerValue.Json.Reading;

/// <summary>Reads a fitted segmentation.</summary>
internal static class SegmentationReader
{
    private const string Thresholds = "an array of 1 to 8 numbers";
    private static readonly Dictionary<string, bool> IsByHalves = new() { ["scores"] = false, ["halves"] = true };
    private static readonly Dictionary<string, Func<StrictObject, ISegmentation?>> Strategies = new() { ["rfm"] = Rfm };

    public static ISegmentation Read(StrictObject fields)
    {
        fields.Version();
        Func<StrictObject, ISegmentation?>? read = fields["strategy"].Choice(Strategies);
        if (read is null)
            fields.Problems.ThrowIfAny();
        return read!(fields)!;
    }

    private static RfmSegmentation? Rfm(StrictObject fields)
    {
        long before = fields.Problems.Count;
        (double[] recency, double[] frequency, double[] monetary) = fields["thresholds"].Object(thresholds => (Numbers(thresholds["recency"]), Numbers(thresholds["frequency"]), Numbers(thresholds["monetary"])));
        bool byHalves = fields["codes"].Choice(IsByHalves);
        RfmSegmentRule?[] rules = fields["segments"].Array("an array of segments").Select(segment => segment.Object(Rule)).ToArray();
        if (fields.Problems.Count > before)
            return null;
        RfmSegmentMap? map = Make(fields, "segments", () => byHalves
            ? RfmSegmentMap.OfHalves(rules!)
            : RfmSegmentMap.Exact(new RfmScores(recency.Length + 1, frequency.Length + 1, monetary.Length + 1), rules!));
        return Make(fields, "thresholds", () => new RfmSegmentation(recency, frequency, monetary, map ?? RfmSegmentMaps.Eight));
    }

    private static RfmSegmentRule? Rule(StrictObject fields)
    {
        Segment segment = SegmentReader.Read(fields);
        string codes = fields["codes"].Text();
        return Make(fields, null, () => new RfmSegmentRule(segment, codes));
    }

    private static double[] Numbers(StrictValue value) => value.Array(Thresholds).Select(number => number.Number()).ToArray();

    /// <summary>Makes a part that checks itself, and lists what it refuses with the rest of the document's problems.</summary>
    private static T? Make<T>(StrictObject fields, string? within, Func<T> make)
        where T : class
    {
        try
        {
            return make();
        }
        catch (DataRejectedException refused)
        {
            foreach (DataProblem problem in refused.Problems)
                fields.Problems.Add(string.Join(".", new[] { fields.Path, within, problem.Field }.Where(part => part is not null)), problem.Value, problem.Message);
            return null;
        }
    }
}
