using CustomerValue.Segmentation;

namespace CustomerValue.Appraisal;

/// <summary>A segmentation with the segment of every customer. Immutable.</summary>
public sealed class AssignedSegmentation
{
    private readonly int[] segments;

    internal AssignedSegmentation(ISegmentation segmentation, int[] segments) => (Segmentation, this.segments) = (segmentation, segments);

    /// <summary>The segmentation.</summary>
    public ISegmentation Segmentation { get; }

    /// <summary>Segments as indexes into the segmentation's list; buyers and prospects.</summary>
    public ReadOnlySpan<int> Segments => segments;
}
