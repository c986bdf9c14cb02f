using CustomerValue.Labels;

namespace CustomerValue.PotentialValue.Recommendation;

/// <summary>A product for a customer, and why.</summary>
public sealed record ProductRecommendation
{
    /// <summary>The product.</summary>
    public required string Product { get; init; }

    /// <summary>Its score, &gt; 0, on the scale of the model: good for ranking, no probability.</summary>
    public required double Score { get; init; }

    /// <summary>The owned products that add most to the score, the most first; empty where the history does not matter.</summary>
    public required IReadOnlyList<string> Because { get; init; }

    /// <summary>The same in words.</summary>
    public required LocalizedText Reason { get; init; }
}
