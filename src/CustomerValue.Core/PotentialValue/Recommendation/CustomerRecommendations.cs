using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.PotentialValue.Recommendation;

/// <summary>
/// The products to recommend to each customer by one model, with how the model was chosen. Where the model has nothing to say, as most have of a
/// customer without history, popularity answers. Immutable and thread-safe.
/// </summary>
public sealed class CustomerRecommendations
{
    private readonly TopProductsOptions options;
    private readonly IRecommender? popularity;

    /// <summary>Keeps a model with the customers whom it recommends to.</summary>
    /// <param name="model">Its products are those of <paramref name="interactions"/>.</param>
    /// <param name="interactions">Who has what.</param>
    /// <param name="validation">Why this model; null where nobody compared.</param>
    /// <param name="options">How many products, and which never; null for three new ones.</param>
    /// <exception cref="DataRejectedException">The options are invalid, or the products are not the model's.</exception>
    public CustomerRecommendations(IRecommender model, Interactions interactions, RecommenderValidation? validation = null, TopProductsOptions? options = null)
    {
        Model = model ?? throw new ArgumentNullException(nameof(model));
        Interactions = interactions ?? throw new ArgumentNullException(nameof(interactions));
        Validation = validation;
        this.options = options ?? new TopProductsOptions { Count = 3 };
        TopProducts.Check(model, interactions, this.options);
        if (model is not PopularityRecommender && interactions.Count > 0)
            popularity = PopularityRecommender.Fit(interactions);
    }

    /// <summary>The model.</summary>
    public IRecommender Model { get; }

    /// <summary>Who has what.</summary>
    public Interactions Interactions { get; }

    /// <summary>Why this model; null where nobody compared.</summary>
    public RecommenderValidation? Validation { get; }

    /// <summary>The products for every customer of <see cref="Interactions"/> as columns, without reasons: what each gets alone.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    public TopProductsTable ForAll(CancellationToken cancellationToken = default)
    {
        TopProductsTable found = TopProducts.ForAll(Model, Interactions, options, cancellationToken);
        return popularity is null ? found : found.Or(TopProducts.ForAll(popularity, Interactions, options, cancellationToken));
    }

    /// <summary>The products for a customer, the best first, with reasons; for one of whom nothing is known, what is popular.</summary>
    public IReadOnlyList<ProductRecommendation> For(CustomerId customer)
    {
        int row = Interactions.RowOf(customer);
        return row < 0 ? Of(default, default) : Of(Interactions.ProductsOf(row), Interactions.CountsOf(row));
    }

    /// <summary>The products for a customer who bought more since the interactions were counted; nothing is fitted anew.</summary>
    /// <param name="customer">May be unknown.</param>
    /// <param name="boughtSince">The product of each line bought since; one that the model doesn't know tells it nothing.</param>
    public IReadOnlyList<ProductRecommendation> For(CustomerId customer, IReadOnlyList<string> boughtSince)
    {
        if (boughtSince is null)
            throw new ArgumentNullException(nameof(boughtSince));
        SortedDictionary<int, double> history = [];
        int row = Interactions.RowOf(customer);
        if (row >= 0)
        {
            for (int i = 0; i < Interactions.ProductsOf(row).Length; i++)
                history.Add(Interactions.ProductsOf(row)[i], Interactions.CountsOf(row)[i]);
        }

        foreach (string product in boughtSince)
        {
            int place = Interactions.PlaceOf(product);
            if (place >= 0)
                history[place] = history.TryGetValue(place, out double count) ? count + 1 : 1;
        }

        return Of(history.Keys.ToArray(), history.Values.ToArray());
    }

    private IReadOnlyList<ProductRecommendation> Of(ReadOnlySpan<int> owned, ReadOnlySpan<double> counts)
    {
        IReadOnlyList<ProductRecommendation> found = TopProducts.For(Model, owned, counts, options);
        return found.Count == 0 && popularity is not null ? TopProducts.For(popularity, owned, counts, options) : found;
    }
}
