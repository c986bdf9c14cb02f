namespace CustomerValue.Segmentation.Combined;

/// <summary>The strategies that a combination is made of.</summary>
internal sealed record StrategyParts
{
    /// <summary>In their order.</summary>
    public IReadOnlyList<ISegmentationStrategy> Strategies { get; init; } = [];

    /// <summary>Keys of the segments that say nothing; null for the usual.</summary>
    public IReadOnlyCollection<string>? None { get; init; }

    /// <summary>What divides a segment, by its key.</summary>
    public IReadOnlyDictionary<string, ISegmentationStrategy> Within { get; init; } = new Dictionary<string, ISegmentationStrategy>();
}
