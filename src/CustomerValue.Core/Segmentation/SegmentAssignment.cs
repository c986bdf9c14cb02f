using CustomerValue.Labels;

namespace CustomerValue.Segmentation;

/// <summary>One customer's segment with the evidence for it.</summary>
public sealed record SegmentAssignment
{
    /// <summary>The segment, as an index into <see cref="ISegmentation.Segments"/>.</summary>
    public required int Segment { get; init; }

    /// <summary>Why, in one sentence, with the values that decided.</summary>
    public required LocalizedText Reason { get; init; }

    /// <summary>How far the customer is from the segment's centre, ≥ 0, in the strategy's own measure; null where there is no centre.</summary>
    public double? Distance { get; init; }

    /// <summary>How probable the segment is for the customer, in (0, 1]; null where the strategy knows no probabilities.</summary>
    public double? Probability { get; init; }
}
