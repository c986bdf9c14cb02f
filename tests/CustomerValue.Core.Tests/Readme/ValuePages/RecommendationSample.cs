using CustomerValue.Customers;
using CustomerValue.PotentialValue.Recommendation;
using NodaTime;

namespace CustomerValue.Tests.Readme.ValuePages;

internal static class RecommendationSample
{
    public static void Run(IReadOnlyList<Purchase> purchases, LocalDate cut, TextWriter Console)
    {
        // sample
        RecommenderValidation validation = TemporalValidation.Run(purchases, cut, new ValidationOptions { At = [1, 2] });
        Console.WriteLine(validation.Reason);

        Interactions interactions = Interactions.Of(purchases);
        RecommenderCandidate chosen = RecommenderCandidate.Defaults.Single(candidate => candidate.Name == validation.Chosen);
        IRecommender model = chosen.Fit(interactions, CancellationToken.None);

        int customer = interactions.RowOf(new CustomerId("Ann"));
        TopProductsOptions two = new() { Count = 2, Unavailable = ["grinder"] };
        foreach (ProductRecommendation product in TopProducts.For(model, interactions.ProductsOf(customer), interactions.CountsOf(customer), two))
            Console.WriteLine($"{product.Product}: {product.Reason}");
        // end of sample
    }
}
