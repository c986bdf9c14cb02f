namespace CustomerValue.Loyalty.Rules.Conditions;

/// <summary>The label that a segmentation gave the member is one of a list.</summary>
public sealed record SegmentCondition : Condition
{
    /// <summary>The segmentation, such as <c>rfm</c>.</summary>
    public required string Segmentation { get; init; }

    /// <summary>The labels allowed.</summary>
    public required IReadOnlyList<string> In { get; init; }
}
