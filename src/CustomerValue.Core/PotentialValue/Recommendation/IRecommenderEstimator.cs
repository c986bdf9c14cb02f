using CustomerValue.Validation;

namespace CustomerValue.PotentialValue.Recommendation;

/// <summary>Fits a recommender to who bought what. Immutable and thread-safe; one may fit many.</summary>
public interface IRecommenderEstimator
{
    /// <summary>The name by which it is asked for and told of, such as <c>ease</c>.</summary>
    string Name { get; }

    /// <summary>Fits.</summary>
    /// <param name="interactions">Who bought what; at least one pair.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>A model whose products are those of <paramref name="interactions"/>, in their order.</returns>
    /// <exception cref="DataRejectedException">Nothing was bought, or the model can't be fitted to so many products.</exception>
    IRecommender Fit(Interactions interactions, CancellationToken cancellationToken = default);
}
