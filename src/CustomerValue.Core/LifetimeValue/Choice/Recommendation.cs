using CustomerValue.Labels;

namespace CustomerValue.LifetimeValue.Choice;

/// <summary>Which model to take, and why.</summary>
public sealed record Recommendation
{
    /// <summary>The model's name; null where no model gave forecasts.</summary>
    public required string? Model { get; init; }

    /// <summary>Why, in one or two sentences.</summary>
    public required LocalizedText Reason { get; init; }

    /// <summary>Every other model with forecasts at all origins beside the reference.</summary>
    public required IReadOnlyList<PairedComparison> Pairs { get; init; }
}
