using CustomerValue.Labels;
using NodaTime;

namespace CustomerValue.PotentialValue.Recommendation;

/// <summary>What a temporal validation found, which candidate it chose, and why.</summary>
public sealed record RecommenderValidation
{
    /// <summary>Purchases before this day were learnt from; those from it on were to be foreseen.</summary>
    public required LocalDate Cut { get; init; }

    /// <summary>Customers who bought before the cut, and after it something they did not have, of products known before it.</summary>
    public required int Customers { get; init; }

    /// <summary>The numbers of recommendations looked at, rising.</summary>
    public required IReadOnlyList<int> At { get; init; }

    /// <summary>One a candidate, in the order given.</summary>
    public required IReadOnlyList<RecommenderScore> Scores { get; init; }

    /// <summary>The name of the one to take.</summary>
    public required string Chosen { get; init; }

    /// <summary>Why, in words.</summary>
    public required LocalizedText Reason { get; init; }
}
