using CustomerValue.Labels;

namespace CustomerValue.Segmentation;

/// <summary>Segments that several strategies have.</summary>
public static class CommonSegments
{
    /// <summary>Customers of whom a strategy lacks what it needs; the last segment of each strategy that has it, so that everyone has a segment.</summary>
    public static Segment Incomplete { get; } = new()
    {
        Key = "incomplete",
        Label = new LocalizedText("Incomplete data", "资料不全"),
        Description = new LocalizedText("What the segmentation needs is missing or can't be read.", "缺少分群所需的资料，或资料无法识别。"),
    };
}
