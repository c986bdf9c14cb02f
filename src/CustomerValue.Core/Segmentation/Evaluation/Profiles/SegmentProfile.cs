using CustomerValue.Labels;

namespace CustomerValue.Segmentation.Evaluation.Profiles;

/// <summary>What a segment is like. Immutable.</summary>
public sealed record SegmentProfile
{
    /// <summary>The segment.</summary>
    public required Segment Segment { get; init; }

    /// <summary>A name proposed from what sets the segment apart, unlike every other segment's: "High spend, recent, frequent".</summary>
    public required LocalizedText ProposedName { get; init; }

    /// <summary>Customers in it; where there are none, nothing below is known.</summary>
    public required int Customers { get; init; }

    /// <summary>Their part of all, in [0, 1].</summary>
    public required double Share { get; init; }

    /// <summary>Sum of the value column; null where there is no such column.</summary>
    public required double? TotalValue { get; init; }

    /// <summary>Mean over those whose value is known; null where nobody's is.</summary>
    public required double? MeanValue { get; init; }

    /// <summary>Part of the value of all; null where that is not above 0.</summary>
    public required double? ValueShare { get; init; }

    /// <summary>Columns of numbers of which something is known in the segment, in the order of the base's columns.</summary>
    public required IReadOnlyList<NumberProfile> Numbers { get; init; }

    /// <summary>Categories that the segment has, by column in the order of the base's columns, the most over-represented first.</summary>
    public required IReadOnlyList<CategoryProfile> Categories { get; init; }

    /// <summary>The rules that say best who is in it with few conditions, the best first.</summary>
    public required IReadOnlyList<DescribingRule> Rules { get; init; }
}
