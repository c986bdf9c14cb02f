namespace CustomerValue.PotentialValue.Recommendation;

/// <summary>A way to fit a recommender, told by a name and a function.</summary>
public sealed record RecommenderCandidate : IRecommenderEstimator
{
    /// <summary>The name in the report, unique in a validation.</summary>
    public required string Name { get; init; }

    /// <summary>Fits to interactions before the cut.</summary>
    public required Func<Interactions, CancellationToken, IRecommender> Fit { get; init; }

    /// <summary>Popularity, cosine, BM25, association rules, EASE^R and implicit ALS as they are by default: simple ones first.</summary>
    public static IReadOnlyList<RecommenderCandidate> Defaults { get; } =
    [
        new() { Name = "popularity", Fit = (interactions, _) => PopularityRecommender.Fit(interactions) },
        new() { Name = "cosine", Fit = (interactions, stop) => ItemItemRecommender.Fit(interactions, null, stop) },
        new() { Name = "bm25", Fit = (interactions, stop) => ItemItemRecommender.Fit(interactions, new ItemItemOptions { Similarity = ItemSimilarity.Bm25 }, stop) },
        new() { Name = "association", Fit = (interactions, stop) => AssociationRecommender.Fit(interactions, null, stop) },
        new() { Name = "ease", Fit = (interactions, stop) => EaseRecommender.Fit(interactions, null, stop) },
        new() { Name = "als", Fit = (interactions, stop) => AlsRecommender.Fit(interactions, null, stop) },
    ];
    /// <inheritdoc/>
    IRecommender IRecommenderEstimator.Fit(Interactions interactions, CancellationToken cancellationToken) => Fit(interactions, cancellationToken);
}
