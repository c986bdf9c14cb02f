using CustomerValue.Numerics;
using CustomerValue.Validation;

namespace CustomerValue.PotentialValue.Recommendation;

/// <summary>
/// Products like those owned: the score of j is Σ over the products i owned of sim(i, j), where j is among the nearest of i. A customer is a
/// document for BM25, and every product owned a word that stands in it once: w = ln(1 + (N − n_j + ½)/(n_j + ½)) · (k₁ + 1)/(1 + k₁(1 − b + b·products/mean products)).
/// Memory: products × neighbours. Immutable and thread-safe.
/// Sources: Sarwar, Karypis, Konstan &amp; Riedl (2001), "Item-based collaborative filtering", WWW; Robertson &amp; Zaragoza (2009), "The probabilistic relevance framework", eq. 3.15.
/// </summary>
public sealed class ItemItemRecommender : IRecommender
{
    private readonly int[][] neighbours;
    private readonly double[][] similarities;

    private ItemItemRecommender(string name, IReadOnlyList<string> products, int[][] neighbours, double[][] similarities) =>
        (Name, Products, this.neighbours, this.similarities) = (name, products, neighbours, similarities);

    /// <summary><c>cosine</c> or <c>bm25</c>.</summary>
    public string Name { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Products { get; }

    /// <summary>sim(owned, product); 0 where it is not among the nearest, or they are one.</summary>
    public double Similarity(int owned, int product)
    {
        int at = Array.IndexOf(neighbours[owned], product);
        return at < 0 ? 0 : similarities[owned][at];
    }

    /// <summary>Compares all products that have a customer in common. The same to the last bit for any number of threads.</summary>
    /// <exception cref="DataRejectedException">Options are invalid, or there is no interaction.</exception>
    public static ItemItemRecommender Fit(Interactions interactions, ItemItemOptions? options = null, CancellationToken cancellationToken = default) =>
        Fit(interactions, options ?? new ItemItemOptions(), Partitions.Workers, cancellationToken);

    internal static ItemItemRecommender Fit(Interactions interactions, ItemItemOptions options, int workers, CancellationToken cancellationToken)
    {
        History.Known(interactions);
        if (options.Validate() is { Count: > 0 } problems)
            throw new DataRejectedException(problems);
        int n = interactions.Products.Count, kept = Math.Min(options.Neighbours, n);
        ItemWeights weights = new(interactions, options);
        int[][] neighbours = new int[n][];
        double[][] similarities = new double[n][];
        double[][] sums = new double[Math.Max(1, workers)][];
        Partitions.For(n, sums.Length, (worker, product) =>
        {
            double[] sum = sums[worker] ??= new double[n];
            weights.Compare(product, sum);
            sum[product] = 0;
            Best best = new(new int[kept], new double[kept]);
            for (int other = 0; other < n; other++)
                best.Offer(other, sum[other]);
            neighbours[product] = best.Places.ToArray();
            similarities[product] = best.Scores.ToArray();
        }, cancellationToken);
        return new ItemItemRecommender(options.Similarity == ItemSimilarity.Cosine ? "cosine" : "bm25", interactions.Products, neighbours, similarities);
    }

    /// <inheritdoc/>
    public void Score(ReadOnlySpan<int> owned, ReadOnlySpan<double> counts, Span<double> scores)
    {
        History.Check(owned, counts, scores.Length, Products.Count);
        scores.Clear();
        foreach (int product in owned)
        {
            int[] others = neighbours[product];
            double[] alike = similarities[product];
            for (int i = 0; i < others.Length; i++)
                scores[others[i]] += alike[i];
        }
    }

    /// <inheritdoc/>
    public void Explain(ReadOnlySpan<int> owned, ReadOnlySpan<double> counts, int product, Span<double> parts)
    {
        History.Check(owned, counts, product, parts.Length, Products.Count);
        for (int i = 0; i < owned.Length; i++)
            parts[i] = Similarity(owned[i], product);
    }
}
