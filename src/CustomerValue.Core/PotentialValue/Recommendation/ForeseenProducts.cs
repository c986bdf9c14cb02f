namespace CustomerValue.PotentialValue.Recommendation;

/// <summary>What customers bought after a cut that they did not have before it, as rows of the interactions before it.</summary>
internal sealed class ForeseenProducts
{
    private readonly List<(int Row, HashSet<int> Products)> bought = [];

    public ForeseenProducts(Interactions before, Interactions after)
    {
        Dictionary<string, int> places = new(StringComparer.Ordinal);
        for (int product = 0; product < before.Products.Count; product++)
        {
            if (before.CustomersOf(product).Length > 0)
                places.Add(before.Products[product], product);
        }

        for (int customer = 0; customer < after.Customers.Length; customer++)
        {
            int row = before.RowOf(after.Customers[customer]);
            if (row < 0 || before.ProductsOf(row).IsEmpty)
                continue;
            HashSet<int> products = [];
            foreach (int product in after.ProductsOf(customer))
            {
                if (places.TryGetValue(after.Products[product], out int place) && before.ProductsOf(row).IndexOf(place) < 0)
                    products.Add(place);
            }

            if (products.Count > 0)
                bought.Add((row, products));
        }
    }

    public int Customers => bought.Count;

    public RankingQuality Test(TopProductsTable top, IReadOnlyList<int> at)
    {
        double[] recall = new double[at.Count], ndcg = new double[at.Count], each = new double[bought.Count];
        for (int i = 0; i < bought.Count; i++)
        {
            ReadOnlySpan<int> ranked = top.ProductsOf(bought[i].Row);
            for (int which = 0; which < at.Count; which++)
            {
                int hits = 0, ideal = Math.Min(at[which], bought[i].Products.Count);
                double gain = 0, most = 0;
                for (int rank = 0; rank < at[which]; rank++)
                {
                    double worth = Math.Log(2) / Math.Log(rank + 2);
                    if (rank < ideal)
                        most += worth;
                    if (rank >= ranked.Length || !bought[i].Products.Contains(ranked[rank]))
                        continue;
                    hits++;
                    gain += worth;
                }

                recall[which] += (double)hits / ideal / bought.Count;
                each[i] = gain / most;
                ndcg[which] += each[i] / bought.Count;
            }
        }

        return new RankingQuality(recall, ndcg, each);
    }
}
