using CustomerValue.Labels;

namespace CustomerValue.Segmentation.Evaluation.Drift;

/// <summary>A part of a distribution at two dates. Immutable.</summary>
public sealed record DriftBin
{
    /// <summary>What is in it: an interval, a category, a segment, or what is missing.</summary>
    public required LocalizedText Label { get; init; }

    /// <summary>The lower bound, which is inside; null below the first edge and for what is no interval.</summary>
    public double? From { get; init; }

    /// <summary>The upper bound, which is outside; null above the last edge and for what is no interval.</summary>
    public double? To { get; init; }

    /// <summary>The share in the base, in [0, 1].</summary>
    public required double BaseShare { get; init; }

    /// <summary>The share now, in [0, 1].</summary>
    public required double ActualShare { get; init; }

    /// <summary>What the bin adds to the index, ≥ 0: (a − b)·ln(a/b), with shares below <see cref="PopulationStability.LeastShare"/> raised to it.</summary>
    public required double Contribution { get; init; }
}
