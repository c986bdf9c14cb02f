namespace CustomerValue.Segmentation.Rules;

/// <summary>A segment and what must hold of its customers. Immutable.</summary>
public sealed record SegmentRule
{
    /// <summary>Makes a rule.</summary>
    public SegmentRule(Segment segment, Condition condition)
    {
        Segment = segment ?? throw new ArgumentNullException(nameof(segment));
        Condition = condition ?? throw new ArgumentNullException(nameof(condition));
    }

    /// <summary>The segment.</summary>
    public Segment Segment { get; }

    /// <summary>What must hold.</summary>
    public Condition Condition { get; }
}
