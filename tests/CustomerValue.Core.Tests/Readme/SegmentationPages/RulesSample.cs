using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Rules;

namespace CustomerValue.Tests.Readme.SegmentationPages;

internal static class RulesSample
{
    public static void Run(CustomerBase customers, TextWriter console)
    {
        // sample
        Segment prime = new() { Key = "prime", Label = new LocalizedText("Prime", "优质客群") };
        Segment metropolis = new() { Key = "metropolis", Label = new LocalizedText("Metropolis", "大都市客群") };
        Segment others = new() { Key = "others", Label = new LocalizedText("Others", "其他") };

        RuleSegmentation rules = RuleSegmentation.FirstMatch(
            [
                new SegmentRule(prime, Condition.All(Condition.Between("age", 30, 45), Condition.Compare("income", Comparison.AtLeast, 40_000))),
                new SegmentRule(metropolis, Condition.In("city", "上海", "北京")),
            ],
            otherwise: others,
            [RuleField.Number("age", 0, 120, isWhole: true), RuleField.Number("income", 0), RuleField.Category("city", "上海", "北京", "成都")]);

        SegmentAssignment assigned = rules.Assign(customers, 0);
        console.WriteLine($"{rules.Segments[assigned.Segment].Label}: {assigned.Reason}");
        // end of sample
    }
}
