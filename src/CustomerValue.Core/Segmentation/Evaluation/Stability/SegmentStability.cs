using CustomerValue.Labels;

namespace CustomerValue.Segmentation.Evaluation.Stability;

/// <summary>How well a segment is found again in samples of the customers. Immutable.</summary>
public sealed record SegmentStability
{
    /// <summary>The segment's label, or its index in the segmentation.</summary>
    public required int Label { get; init; }

    /// <summary>Customers in it.</summary>
    public required int Customers { get; init; }

    /// <summary>Mean over the samples of the greatest Jaccard similarity to a segment found there, in [0, 1].</summary>
    public required double MeanJaccard { get; init; }

    /// <summary>Samples with a similarity of at most 0.5, where it dissolved.</summary>
    public required int Dissolved { get; init; }

    /// <summary>Samples with a similarity of at least 0.75, where it was recovered.</summary>
    public required int Recovered { get; init; }

    /// <summary>What the mean says.</summary>
    public StabilityLevel Level => MeanJaccard switch
    {
        <= 0.5 => StabilityLevel.Dissolved,
        < 0.6 => StabilityLevel.Unreliable,
        < 0.75 => StabilityLevel.Doubtful,
        < 0.85 => StabilityLevel.Stable,
        _ => StabilityLevel.HighlyStable,
    };

    /// <summary>The level in a sentence.</summary>
    public LocalizedText Meaning => Level switch
    {
        StabilityLevel.Dissolved => new("Dissolves when customers are sampled again: don't use it.", "重新抽样后该群消散，不宜使用。"),
        StabilityLevel.Unreliable => new("Is not found again reliably: don't trust it.", "重新抽样后不能可靠重现，不宜信任。"),
        StabilityLevel.Doubtful => new("Shows a pattern, but who belongs to it is doubtful.", "存在一定模式，但成员归属存疑。"),
        StabilityLevel.Stable => new("Is found again: stable.", "能够重现，稳定。"),
        _ => new("Is found again nearly unchanged: highly stable.", "几乎原样重现，高度稳定。"),
    };
}
