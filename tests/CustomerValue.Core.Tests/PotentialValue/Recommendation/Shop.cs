using CustomerValue.Customers;
using CustomerValue.PotentialValue.Recommendation;
using NodaTime;

namespace CustomerValue.Tests.PotentialValue.Recommendation;

/// <summary>Small tables of who owns what.</summary>
internal static class Shop
{
    public static readonly LocalDate Day = new(2024, 5, 1);

    /// <summary>The customers and products of the references' toys.</summary>
    public static Interactions Toy() => Interactions.Of(Of("ab", "abc", "bc", "a"));

    /// <summary>A purchase for every letter of a customer's word.</summary>
    public static Purchase[] Of(params string[] words) =>
        [.. words.SelectMany((word, customer) => word.Select(product => Buy($"c{customer:000}", product.ToString())))];

    public static Purchase Buy(string customer, string product, int day = 0, decimal amount = 1) =>
        new() { Customer = new CustomerId(customer), Product = product, Date = Day.PlusDays(day), Amount = amount };

    /// <summary>Random purchases: products low in number are bought by most, and neighbours in number together.</summary>
    public static Purchase[] Random(int customers, int products, int each, int seed)
    {
        Random random = new(seed);
        List<Purchase> purchases = [];
        for (int customer = 0; customer < customers; customer++)
        {
            int start = random.Next(products);
            for (int i = 0; i < each; i++)
            {
                int product = random.Next(3) == 0 ? (int)(products * Math.Pow(random.NextDouble(), 2)) : (start + random.Next(5)) % products;
                purchases.Add(Buy($"c{customer:00000}", $"p{product:0000}", random.Next(700), random.Next(1, 50)));
            }
        }

        return [.. purchases];
    }

    /// <summary>One of each model.</summary>
    public static IRecommender[] Models(Interactions interactions, int workers = 1) =>
    [
        PopularityRecommender.Fit(interactions),
        EaseRecommender.Fit(interactions, new EaseOptions { Lambda = 5 }, workers, default),
        ItemItemRecommender.Fit(interactions, new ItemItemOptions(), workers, default),
        ItemItemRecommender.Fit(interactions, new ItemItemOptions { Similarity = ItemSimilarity.Bm25 }, workers, default),
        AssociationRecommender.Fit(interactions, new AssociationOptions { MinSupport = 0 }),
        AlsRecommender.Fit(interactions, new AlsOptions { Factors = 6, Iterations = 3 }, workers, default),
    ];

    public static double[] Score(IRecommender model, ReadOnlySpan<int> owned, ReadOnlySpan<double> counts)
    {
        double[] scores = new double[model.Products.Count];
        model.Score(owned, counts, scores);
        return scores;
    }
}
