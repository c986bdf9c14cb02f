using CustomerValue.Labels;
using CustomerValue.Numerics;
using CustomerValue.Validation;

namespace CustomerValue.PotentialValue.Recommendation;

/// <summary>The best products for one customer or for all. Equal scores stand in the ordinal order of products; scores of 0 or less are not recommended.</summary>
public static class TopProducts
{
    /// <summary>The best products for a history, with reasons: for one customer in real time, with purchases of a minute ago too.</summary>
    /// <param name="model">Any recommender.</param>
    /// <param name="owned">Places of the products bought in the model's list, each once; may be empty.</param>
    /// <param name="counts">How often each was bought, &gt; 0.</param>
    /// <param name="options">How many, and which never; null for ten new ones.</param>
    /// <returns>At most as many as asked for, the best first.</returns>
    /// <exception cref="DataRejectedException">The options are invalid; lists every problem.</exception>
    public static IReadOnlyList<ProductRecommendation> For(IRecommender model, ReadOnlySpan<int> owned, ReadOnlySpan<double> counts, TopProductsOptions? options = null)
    {
        options = Checked(model, options);
        int n = model.Products.Count, most = Math.Min(options.Count, n);
        double[] scores = new double[n];
        Best best = new(new int[most], new double[most]);
        Find(model, owned, counts, Unavailable(model, options), options.IncludeOwned, scores, ref best);

        ProductRecommendation[] found = new ProductRecommendation[best.Places.Length];
        double[] parts = new double[owned.Length];
        for (int rank = 0; rank < found.Length; rank++)
        {
            int product = best.Places[rank];
            model.Explain(owned, counts, product, parts);
            Best reasons = new(new int[Math.Min(options.Reasons, owned.Length)], new double[Math.Min(options.Reasons, owned.Length)]);
            for (int i = 0; i < parts.Length; i++)
                reasons.Offer(i, parts[i]);
            string[] because = new string[reasons.Places.Length];
            for (int i = 0; i < because.Length; i++)
                because[i] = model.Products[owned[reasons.Places[i]]];
            found[rank] = new() { Product = model.Products[product], Score = best.Scores[rank], Because = Array.AsReadOnly(because), Reason = Words(because) };
        }

        return Array.AsReadOnly(found);
    }

    /// <summary>The best products of every customer as columns; allocates nothing per customer. The same for any number of threads.</summary>
    /// <param name="model">A recommender whose products are those of <paramref name="interactions"/>.</param>
    /// <param name="interactions">The customers and what they have.</param>
    /// <param name="options">How many, and which never; null for ten new ones.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="DataRejectedException">The options are invalid, or the products are not the model's.</exception>
    public static TopProductsTable ForAll(IRecommender model, Interactions interactions, TopProductsOptions? options = null, CancellationToken cancellationToken = default) =>
        ForAll(model, interactions, options, Partitions.Workers, cancellationToken);

    internal static TopProductsTable ForAll(IRecommender model, Interactions interactions, TopProductsOptions? options, int workers, CancellationToken cancellationToken)
    {
        options = Checked(model, options);
        Check(model, interactions, options);
        const int customersAPart = 256;
        int n = model.Products.Count, most = Math.Min(options.Count, n), customers = interactions.Customers.Length;
        bool[] unavailable = Unavailable(model, options);
        int[] products = new int[customers * most], found = new int[customers];
        double[] values = new double[customers * most];
        double[][] scores = new double[Math.Max(1, workers)][];
        Partitions.For((customers + customersAPart - 1) / customersAPart, scores.Length, (worker, part) =>
        {
            double[] own = scores[worker] ??= new double[n];
            for (int customer = part * customersAPart; customer < Math.Min(customers, (part + 1) * customersAPart); customer++)
            {
                Best best = new(products.AsSpan(customer * most, most), values.AsSpan(customer * most, most));
                Find(model, interactions.ProductsOf(customer), interactions.CountsOf(customer), unavailable, options.IncludeOwned, own, ref best);
                found[customer] = best.Places.Length;
            }
        }, cancellationToken);
        return new TopProductsTable(most, products, values, found);
    }

    /// <summary>Refuses options that are invalid, and interactions of other products than the model's.</summary>
    internal static void Check(IRecommender model, Interactions interactions, TopProductsOptions options)
    {
        Checked(model, options);
        if (interactions is null)
            throw new ArgumentNullException(nameof(interactions));
        if (!interactions.Products.SequenceEqual(model.Products))
            throw new DataRejectedException(new DataProblem { Field = "products", Message = "of the interactions are not those of the model; count interactions from purchases of the same products, or fit anew." });
    }

    private static void Find(IRecommender model, ReadOnlySpan<int> owned, ReadOnlySpan<double> counts, bool[] unavailable, bool includeOwned, double[] scores, ref Best best)
    {
        model.Score(owned, counts, scores);
        if (!includeOwned)
        {
            foreach (int product in owned)
                scores[product] = 0;
        }

        for (int product = 0; product < scores.Length; product++)
        {
            if (!unavailable[product])
                best.Offer(product, scores[product]);
        }
    }

    private static bool[] Unavailable(IRecommender model, TopProductsOptions options)
    {
        HashSet<string> names = new(options.Unavailable, StringComparer.Ordinal);
        return [.. model.Products.Select(names.Contains)];
    }

    private static TopProductsOptions Checked(IRecommender model, TopProductsOptions? options)
    {
        if (model is null)
            throw new ArgumentNullException(nameof(model));
        options ??= new TopProductsOptions();
        return options.Validate() is { Count: > 0 } problems ? throw new DataRejectedException(problems) : options;
    }

    private static LocalizedText Words(string[] because) => because.Length == 0
        ? new("Many customers bought it lately.", "近期许多客户购买了该产品。")
        : new($"Because the customer has {string.Join(", ", because)}.", $"因为该客户已购买{string.Join("、", because)}。");
}
