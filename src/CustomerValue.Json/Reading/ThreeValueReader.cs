using CustomerValue.Segmentation.ThreeValues;

namespace CustomerValue.Json.Reading;

/// <summary>Reads thresholds, the eight segments and the tiers.</summary>
internal static class ThreeValueReader
{
    private static readonly Dictionary<string, EstablishedLevel> Levels = new() { ["low"] = EstablishedLevel.Low, ["middle"] = EstablishedLevel.Middle, ["high"] = EstablishedLevel.High };

    public static ThreeValueSegmentation? Read(StrictObject fields)
    {
        long before = fields.Problems.Count;
        ThreeValueThresholds? thresholds = fields["thresholds"].Object(Thresholds);
        ThreeValueDecisions? decisions = Decisions(fields, null);
        return fields.Problems.Count > before ? null : SegmentationReader.Make(fields, "thresholds", () => new ThreeValueSegmentation(thresholds!, decisions));
    }

    /// <summary>The definition; null beside problems.</summary>
    /// <param name="fields">With <c>segments</c> and <c>tiers</c>.</param>
    /// <param name="usual">What stands in for what is left out; null where nothing may be.</param>
    public static ThreeValueDecisions? Decisions(StrictObject fields, ThreeValueDecisions? usual)
    {
        long before = fields.Problems.Count;
        IReadOnlyList<ThreeValueDecision> segments = fields["segments"].IsMissing && usual is not null ? usual.Segments
            : [.. fields["segments"].Array("an array of the eight segments").Select(segment => segment.Object(Segment)!)];
        IReadOnlyList<CustomerTier> tiers = fields["tiers"].IsMissing && usual is not null ? usual.Tiers
            : [.. fields["tiers"].Array("an array of tiers").Select(tier => tier.Object(Tier)!)];
        return fields.Problems.Count > before ? null : SegmentationReader.Make(fields, null, () => new ThreeValueDecisions(segments, tiers));
    }

    private static ThreeValueDecision Segment(StrictObject fields) => new()
    {
        Key = fields["key"].Text(),
        Label = fields["label"].Localized(),
        Kin = fields["kin"].IsMissing ? default : fields["kin"].Localized(),
        Decision = fields["decision"].Localized(),
    };

    private static CustomerTier Tier(StrictObject fields) => new()
    {
        Segment = SegmentReader.Read(fields),
        EstablishedAtLeast = fields["establishedAtLeast"].Choice(Levels),
        PotentialHigh = fields["potentialHigh"].Boolean(),
    };

    private static ThreeValueThresholds Thresholds(StrictObject fields) => new()
    {
        Established = Threshold(fields["established"]),
        Middle = Threshold(fields["middle"]),
        Potential = Threshold(fields["potential"]),
        Influence = Threshold(fields["influence"]),
        Customers = fields["customers"].Whole(0),
    };

    private static ThreeValueThreshold Threshold(StrictValue value) => value.Object(fields => new ThreeValueThreshold
    {
        Money = fields["money"].IsNull ? null : fields["money"].Number(),
        Percentile = fields["percentile"].IsNull ? null : ThreeValueOptionsReader.Percentile(fields["percentile"]),
    })!;
}
