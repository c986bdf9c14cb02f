using CustomerValue.Labels;
using CustomerValue.Segmentation;

namespace CustomerValue.Appraisal;

/// <summary>A customer's segment by one strategy, with the evidence.</summary>
public sealed record SegmentCard
{
    /// <summary>The strategy, such as <c>demographic</c>.</summary>
    public required string Strategy { get; init; }

    /// <summary>The segment.</summary>
    public required Segment Segment { get; init; }

    /// <summary>Why the segment.</summary>
    public required LocalizedText Reason { get; init; }

    /// <summary>How far from the segment's centre, ≥ 0; null where it has none.</summary>
    public double? Distance { get; init; }

    /// <summary>How probable the segment is, in (0, 1]; null where the strategy knows no probabilities.</summary>
    public double? Probability { get; init; }
}
