using CustomerValue.Customers;

namespace CustomerValue.PotentialValue.Recommendation;

/// <summary>The products to recommend to each customer by one model, with how the model was chosen. Immutable and thread-safe.</summary>
public sealed class CustomerRecommendations
{
    private readonly TopProductsOptions options;

    /// <summary>Keeps a model with the customers whom it recommends to.</summary>
    /// <param name="model">Fitted to products of <paramref name="interactions"/>.</param>
    /// <param name="interactions">Who has what.</param>
    /// <param name="validation">Why this model; null where nobody compared.</param>
    /// <param name="options">How many products, and which never; null for three new ones.</param>
    public CustomerRecommendations(IRecommender model, Interactions interactions, RecommenderValidation? validation = null, TopProductsOptions? options = null)
    {
        Model = model ?? throw new ArgumentNullException(nameof(model));
        Interactions = interactions ?? throw new ArgumentNullException(nameof(interactions));
        Validation = validation;
        this.options = options ?? new TopProductsOptions { Count = 3 };
    }

    /// <summary>The model.</summary>
    public IRecommender Model { get; }

    /// <summary>Who has what.</summary>
    public Interactions Interactions { get; }

    /// <summary>Why this model; null where nobody compared.</summary>
    public RecommenderValidation? Validation { get; }

    /// <summary>The products for every customer of <see cref="Interactions"/> as columns, without reasons.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="Validation.DataRejectedException">The options are invalid, or the products are not the model's.</exception>
    public TopProductsTable ForAll(CancellationToken cancellationToken = default) => TopProducts.ForAll(Model, Interactions, options, cancellationToken);

    /// <summary>The products for a customer, the best first, with reasons; for one of whom nothing is known, what the model says to everybody.</summary>
    public IReadOnlyList<ProductRecommendation> For(CustomerId customer)
    {
        int row = Interactions.RowOf(customer);
        return row < 0 ? TopProducts.For(Model, default, default, options) : TopProducts.For(Model, Interactions.ProductsOf(row), Interactions.CountsOf(row), options);
    }
}
