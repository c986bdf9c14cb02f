using CustomerValue.Labels;
using CustomerValue.Segmentation.Rules;

namespace CustomerValue.Segmentation.Evaluation.Profiles;

/// <summary>A short rule that says about who is in a segment. Immutable.</summary>
public sealed record DescribingRule
{
    /// <summary>The rule, which may be used as a segment's condition.</summary>
    public required Condition Condition { get; init; }

    /// <summary>The rule in words.</summary>
    public required LocalizedText Description { get; init; }

    /// <summary>How many conditions, 1 to 3.</summary>
    public required int Conditions { get; init; }

    /// <summary>Customers for whom it holds, ≥ 1.</summary>
    public required int Customers { get; init; }

    /// <summary>Part of those for whom it holds who are in the segment, in (0, 1].</summary>
    public required double Precision { get; init; }

    /// <summary>Part of the segment for whom it holds, in (0, 1].</summary>
    public required double Recall { get; init; }

    /// <summary>Harmonic mean of precision and recall, in (0, 1].</summary>
    public double F1 => 2 * Precision * Recall / (Precision + Recall);
}
