namespace CustomerValue.Segmentation.Evaluation.Drift;

/// <summary>The customers who went from one segment to another. Immutable.</summary>
public sealed record SegmentFlow
{
    /// <summary>The segment before, as an index.</summary>
    public required int From { get; init; }

    /// <summary>The segment after, as an index.</summary>
    public required int To { get; init; }

    /// <summary>How many, ≥ 1.</summary>
    public required long Customers { get; init; }

    /// <summary>Their part of the segment before, in (0, 1].</summary>
    public required double ShareOfSource { get; init; }

    /// <summary>For how many of them each column was what moved them most, descending; those whom no column moved are left out.</summary>
    public required IReadOnlyList<KeyValuePair<string, long>> MainCauses { get; init; }
}
