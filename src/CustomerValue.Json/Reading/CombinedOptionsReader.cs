using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Combined;

namespace CustomerValue.Json.Reading;

/// <summary>Reads what a combination of strategies is made of: each by its name with its options, such as <c>{"strategy":"rfm","options":{}}</c>.</summary>
internal static class CombinedOptionsReader
{
    public static CrossStrategy? Cross(StrictObject fields)
    {
        ISegmentationStrategy[]? strategies = Strategies(fields);
        return strategies is null ? null : SegmentationReader.Make(fields, null, () => new CrossStrategy(strategies));
    }

    public static FirstMatchStrategy? FirstMatch(StrictObject fields)
    {
        ISegmentationStrategy[]? strategies = Strategies(fields);
        string[]? none = CombinedReader.None(fields);
        return strategies is null ? null : SegmentationReader.Make(fields, null, () => new FirstMatchStrategy(strategies, none));
    }

    public static HierarchyStrategy? Hierarchy(StrictObject fields)
    {
        long before = fields.Problems.Count;
        ISegmentationStrategy? first = Strategy(fields["first"]);
        Dictionary<string, ISegmentationStrategy?> within = CombinedReader.Within(fields, "by", Strategy);
        return fields.Problems.Count > before ? null : new HierarchyStrategy(first!, within!);
    }

    private static ISegmentationStrategy[]? Strategies(StrictObject fields)
    {
        long before = fields.Problems.Count;
        ISegmentationStrategy?[] strategies = [.. fields["strategies"].Array("an array of strategies").Select(Strategy)];
        return fields.Problems.Count > before ? null : [.. strategies.OfType<ISegmentationStrategy>()];
    }

    private static ISegmentationStrategy? Strategy(StrictValue value) => value.Object(fields =>
    {
        Func<StrictObject, ISegmentationStrategy?>? read = fields["strategy"].Choice(StrategyForms.Readers);
        StrictValue options = fields["options"];
        return read is null ? null : options.IsMissing ? read(new StrictObject(options.Path, fields.Problems)) : options.Object(read);
    });
}
