namespace CustomerValue.PotentialValue.Recommendation;

/// <summary>
/// Scores products for a customer from what the customer bought, new purchases included: a changed history needs no new fit. Immutable and
/// thread-safe. Whatever the scores mean, more is better, and 0 or less speaks for nothing.
/// </summary>
public interface IRecommender
{
    /// <summary>The model's name, such as <c>ease</c>.</summary>
    string Name { get; }

    /// <summary>The products, in the order of scores.</summary>
    IReadOnlyList<string> Products { get; }

    /// <summary>The score of every product.</summary>
    /// <param name="owned">Places of the products bought, each once, in [0, products); may be empty.</param>
    /// <param name="counts">How often each was bought, finite and &gt; 0; as long as <paramref name="owned"/>.</param>
    /// <param name="scores">Filled; as long as <see cref="Products"/>.</param>
    void Score(ReadOnlySpan<int> owned, ReadOnlySpan<double> counts, Span<double> scores);

    /// <summary>How much each owned product adds to the score of <paramref name="product"/>; all 0 where the history does not matter.</summary>
    /// <param name="owned">As for <see cref="Score"/>.</param>
    /// <param name="counts">As for <see cref="Score"/>.</param>
    /// <param name="product">Whose score, in [0, products).</param>
    /// <param name="parts">Filled; as long as <paramref name="owned"/>.</param>
    void Explain(ReadOnlySpan<int> owned, ReadOnlySpan<double> counts, int product, Span<double> parts);
}
