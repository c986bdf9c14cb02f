namespace CustomerValue.PotentialValue.Recommendation;

/// <summary>What a customer's purchases of a product weigh when products are compared.</summary>
internal sealed class ItemWeights
{
    private readonly Interactions interactions;
    private readonly ItemItemOptions options;
    private readonly double[] rarity;
    private readonly double[] damping;

    public ItemWeights(Interactions interactions, ItemItemOptions options)
    {
        (this.interactions, this.options) = (interactions, options);
        int customers = interactions.Customers.Length;
        double[] length = new double[customers];
        for (int customer = 0; customer < customers; customer++)
        {
            foreach (double count in interactions.CountsOf(customer))
                length[customer] += count;
        }

        double mean = length.Sum() / customers;
        damping = [.. length.Select(each => options.K1 * (1 - options.B + (options.B * each / mean)))];
        rarity = new double[interactions.Products.Count];
        for (int product = 0; product < rarity.Length; product++)
        {
            double buyers = interactions.CustomersOf(product).Length;
            rarity[product] = options.Similarity == ItemSimilarity.Cosine ? (buyers > 0 ? 1 / Math.Sqrt(buyers) : 0) : Numerics.SpecialFunctions.Log1P((customers - buyers + 0.5) / (buyers + 0.5));
        }
    }

    /// <summary>The similarity of a product with every one, itself too.</summary>
    public void Compare(int product, double[] sums)
    {
        Array.Clear(sums, 0, sums.Length);
        ReadOnlySpan<int> customers = interactions.CustomersOf(product);
        ReadOnlySpan<double> bought = interactions.CountsByCustomer(product);
        for (int i = 0; i < customers.Length; i++)
        {
            double weight = Weight(customers[i], bought[i]);
            ReadOnlySpan<int> others = interactions.ProductsOf(customers[i]);
            ReadOnlySpan<double> counts = interactions.CountsOf(customers[i]);
            for (int j = 0; j < others.Length; j++)
                sums[others[j]] += weight * Weight(customers[i], counts[j]);
        }

        for (int other = 0; other < sums.Length; other++)
            sums[other] *= rarity[product] * rarity[other];
    }

    private double Weight(int customer, double count) => options.Similarity == ItemSimilarity.Cosine ? 1 : count * (options.K1 + 1) / (count + damping[customer]);
}
