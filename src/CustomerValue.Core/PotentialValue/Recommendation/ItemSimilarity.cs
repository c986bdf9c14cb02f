namespace CustomerValue.PotentialValue.Recommendation;

/// <summary>What makes two products alike.</summary>
public enum ItemSimilarity
{
    /// <summary>Customers of both over the root of customers of one times customers of the other: |i ∩ j| / √(|i|·|j|), in [0, 1].</summary>
    Cosine,

    /// <summary>Σ over customers of the products of their BM25 weights: rare products count more, long histories less.</summary>
    Bm25,
}
