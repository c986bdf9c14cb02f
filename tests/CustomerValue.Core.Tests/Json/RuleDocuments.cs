using CustomerValue.Labels;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Combined;
using CustomerValue.Segmentation.Rules;

namespace CustomerValue.Tests.Json;

/// <summary>Rules and combinations as they are stored.</summary>
internal static class RuleDocuments
{
    public static ISegmentation Of(string schema) => schema switch
    {
        "segmentation-rules" => Rules(),
        "segmentation-cross" => new CrossSegmentation([Rules(), Rules()]),
        "segmentation-hierarchy" => new HierarchySegmentation(Rules(), new Dictionary<string, ISegmentation> { ["old"] = Rules() }),
        _ => new FirstMatchSegmentation([Rules(), Documents.Segmentation()], ["rest"]),
    };

    private static RuleSegmentation Rules() => RuleSegmentation.FirstMatch(
        [
            new SegmentRule(Segment("young"), Condition.Compare("age", Comparison.Less, 30)),
            new SegmentRule(Segment("old"), Condition.Compare("age", Comparison.AtLeast, 30)),
        ],
        Segment("rest"),
        [RuleField.Number("age", 0, 120, isWhole: true)]);

    private static Segment Segment(string key) => new() { Key = key, Label = new LocalizedText(key, key), Description = new LocalizedText("Who.", "谁。") };
}
