using CustomerValue.Segmentation.ThreeValues;

namespace CustomerValue.Json.Reading;

/// <summary>
/// Reads the options of the three values: <c>established</c>, <c>potential</c>, <c>influence</c> and <c>middle</c>, each
/// <c>{"percentile":0.8}</c> or <c>{"money":500}</c>; <c>segments</c> (all eight) and <c>tiers</c>, each with texts in both languages.
/// </summary>
internal static class ThreeValueOptionsReader
{
    public static ThreeValueStrategy? Read(StrictObject fields)
    {
        long before = fields.Problems.Count;
        ThreeValueOptions options = new();
        options = options with
        {
            Established = Cut(fields["established"], options.Established),
            Potential = Cut(fields["potential"], options.Potential),
            Influence = Cut(fields["influence"], options.Influence),
            Middle = Cut(fields["middle"], options.Middle),
            Decisions = ThreeValueReader.Decisions(fields, options.Decisions) ?? options.Decisions,
        };
        return fields.Problems.Count > before ? null : SegmentationReader.Make(fields, null, () => new ThreeValueStrategy(options));
    }

    public static double Percentile(StrictValue value) => value.Number(part => part is > 0 and < 1, "a percentile in (0, 1), such as 0.8");

    private static ThreeValueCut Cut(StrictValue value, ThreeValueCut usual)
    {
        if (value.IsMissing)
            return usual;
        return value.Object(fields =>
        {
            if (fields["money"].IsMissing == fields["percentile"].IsMissing)
                value.Reject("""either {"percentile":0.8} or {"money":500}""");
            double money = fields["money"].IsMissing ? 0 : fields["money"].Number();
            return fields["percentile"].IsMissing ? ThreeValueCut.AtMoney(money) : ThreeValueCut.AtPercentile(Percentile(fields["percentile"]));
        }) ?? usual;
    }
}
