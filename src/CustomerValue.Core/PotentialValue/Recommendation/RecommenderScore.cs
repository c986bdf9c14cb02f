namespace CustomerValue.PotentialValue.Recommendation;

/// <summary>How well a recommender foresaw what customers bought after the cut. Means over the customers tested.</summary>
public sealed record RecommenderScore
{
    /// <summary>The candidate's name.</summary>
    public required string Name { get; init; }

    /// <summary>Products bought among the first k recommended, over the lesser of k and the new products bought; one for each k asked for, in [0, 1].</summary>
    public required IReadOnlyList<double> Recall { get; init; }

    /// <summary>Normalised discounted cumulative gain of the first k, gain 1/log₂(rank + 1); one for each k, in [0, 1]. Source: Järvelin &amp; Kekäläinen (2002).</summary>
    public required IReadOnlyList<double> Ndcg { get; init; }

    /// <summary>By how much the chosen one's NDCG at the largest k is ahead; 0 for itself, below 0 where the chosen one is behind, by two standard errors at most.</summary>
    public required double Behind { get; init; }

    /// <summary>Standard error of <see cref="Behind"/>, from the differences customer by customer; ≥ 0.</summary>
    public required double BehindError { get; init; }

    /// <summary>Why the candidate could not be fitted, as its refusal says; null where it was.</summary>
    public string? Refusal { get; init; }
}
