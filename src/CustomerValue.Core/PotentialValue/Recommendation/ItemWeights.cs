namespace CustomerValue.PotentialValue.Recommendation;

/// <summary>What a customer's purchases of a product weigh when products are compared.</summary>
internal sealed class ItemWeights
{
    private readonly Interactions interactions;
    private readonly double[] rarity;

    /// <summary>The square of what a customer's every product weighs.</summary>
    private readonly double[] squares;

    public ItemWeights(Interactions interactions, ItemItemOptions options)
    {
        this.interactions = interactions;
        int customers = interactions.Customers.Length;
        double[] length = new double[customers];
        for (int customer = 0; customer < customers; customer++)
            length[customer] = interactions.ProductsOf(customer).Length;

        double mean = length.Sum() / customers;
        bool cosine = options.Similarity == ItemSimilarity.Cosine;
        squares = [.. length.Select(each => cosine ? 1 : Square((options.K1 + 1) / (1 + (options.K1 * (1 - options.B + (options.B * each / mean))))))];
        rarity = new double[interactions.Products.Count];
        for (int product = 0; product < rarity.Length; product++)
        {
            double buyers = interactions.CustomersOf(product).Length;
            rarity[product] = cosine ? (buyers > 0 ? 1 / Math.Sqrt(buyers) : 0) : Numerics.SpecialFunctions.Log1P((customers - buyers + 0.5) / (buyers + 0.5));
        }
    }

    /// <summary>The similarity of a product with every one, itself too.</summary>
    public void Compare(int product, double[] sums)
    {
        Array.Clear(sums, 0, sums.Length);
        ReadOnlySpan<int> customers = interactions.CustomersOf(product);
        foreach (int customer in customers)
        {
            double weight = squares[customer];
            foreach (int other in interactions.ProductsOf(customer))
                sums[other] += weight;
        }

        for (int other = 0; other < sums.Length; other++)
            sums[other] *= rarity[product] * rarity[other];
    }

    private static double Square(double value) => value * value;
}
