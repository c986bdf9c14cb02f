using CustomerValue.Labels;
using CustomerValue.Segmentation;

namespace CustomerValue.Appraisal;

/// <summary>Where a customer stands by established, potential and influence value, and what to do about it.</summary>
public sealed record ThreeValueCard
{
    /// <summary>One of the eight segments.</summary>
    public required Segment Segment { get; init; }

    /// <summary>Whether the established value is high.</summary>
    public required bool EstablishedHigh { get; init; }

    /// <summary>Whether the potential value is high.</summary>
    public required bool PotentialHigh { get; init; }

    /// <summary>Whether the influence value is high.</summary>
    public required bool InfluenceHigh { get; init; }

    /// <summary>What to do.</summary>
    public required LocalizedText Decision { get; init; }

    /// <summary>The values beside their thresholds, in words.</summary>
    public required LocalizedText Reason { get; init; }

    /// <summary>High, middle, low, or potential (高/中/低/潜力).</summary>
    public required Segment Tier { get; init; }

    /// <summary>Why the tier.</summary>
    public required LocalizedText TierReason { get; init; }
}
