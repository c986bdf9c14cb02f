namespace CustomerValue.PotentialValue.Recommendation;

/// <summary>The best products of every customer, as columns in the order of the interactions' customers. Immutable.</summary>
public sealed class TopProductsTable
{
    private readonly int[] products;
    private readonly double[] scores;
    private readonly int[] found;

    internal TopProductsTable(int most, int[] products, double[] scores, int[] found) => (Most, this.products, this.scores, this.found) = (most, products, scores, found);

    /// <summary>The most products a customer has here.</summary>
    public int Most { get; }

    /// <summary>How many customers.</summary>
    public int Count => found.Length;

    /// <summary>Places of a customer's products, the best first; fewer than <see cref="Most"/> where not more speak for themselves.</summary>
    /// <param name="customer">Range: [0, <see cref="Count"/>).</param>
    public ReadOnlySpan<int> ProductsOf(int customer) => products.AsSpan(customer * Most, found[customer]);

    /// <summary>The scores of <see cref="ProductsOf"/>, falling.</summary>
    /// <param name="customer">Range: [0, <see cref="Count"/>).</param>
    public ReadOnlySpan<double> ScoresOf(int customer) => scores.AsSpan(customer * Most, found[customer]);

    /// <summary>The same with the products of another table for customers who have none here.</summary>
    internal TopProductsTable Or(TopProductsTable other)
    {
        int[] products = (int[])this.products.Clone(), found = (int[])this.found.Clone();
        double[] scores = (double[])this.scores.Clone();
        for (int customer = 0; customer < found.Length; customer++)
        {
            if (found[customer] > 0)
                continue;
            found[customer] = other.found[customer];
            other.ProductsOf(customer).CopyTo(products.AsSpan(customer * Most));
            other.ScoresOf(customer).CopyTo(scores.AsSpan(customer * Most));
        }

        return new TopProductsTable(Most, products, scores, found);
    }
}
