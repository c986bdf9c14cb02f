namespace CustomerValue.PotentialValue.CrossSell;

/// <summary>
/// The next product to buy by a multinomial logit: P_j = e^(u_j)/(1 + Σ e^(u_k)), where 1 stands for buying nothing; the offer is the product
/// with the highest P_j·margin_j. Source: Knott, Hayes &amp; Neslin (2002), "Next-product-to-buy models for cross-selling applications", Journal of Interactive Marketing 16(3).
/// </summary>
public static class NextProduct
{
    /// <summary>Probabilities from utilities.</summary>
    /// <param name="utility">The utility of each product against that of nothing, finite.</param>
    /// <param name="probability">Filled with the chance of each; as long as <paramref name="utility"/>.</param>
    /// <returns>The chance that nothing is bought, in [0, 1].</returns>
    public static double Probabilities(ReadOnlySpan<double> utility, Span<double> probability)
    {
        if (probability.Length != utility.Length)
            throw new ArgumentException($"Room for {probability.Length} probabilities; there are {utility.Length} products.", nameof(probability));

        // Buying nothing has utility 0; the largest is taken off, so that nothing overflows.
        double largest = 0;
        foreach (double each in utility)
            largest = Math.Max(largest, Given.Finite(each, nameof(utility)));
        double nothing = Math.Exp(-largest), sum = nothing;
        for (int product = 0; product < utility.Length; product++)
            sum += probability[product] = Math.Exp(utility[product] - largest);
        for (int product = 0; product < utility.Length; product++)
            probability[product] /= sum;
        return nothing / sum;
    }

    /// <summary>The product to offer; of equally good ones the first. Owned products take no part in the choice and are left out of the sum.</summary>
    /// <param name="utility">The utility of each product, finite.</param>
    /// <param name="margin">The margin of each, finite.</param>
    /// <param name="owned">Which the customer has; empty for none.</param>
    public static ProductOffer Offer(ReadOnlySpan<double> utility, ReadOnlySpan<double> margin, ReadOnlySpan<bool> owned = default)
    {
        if (margin.Length != utility.Length)
            throw new ArgumentException($"{margin.Length} margins for {utility.Length} products; give one a product.", nameof(margin));
        if (!owned.IsEmpty && owned.Length != utility.Length)
            throw new ArgumentException($"{owned.Length} marks for {utility.Length} products; give one a product.", nameof(owned));
        List<int> open = [];
        for (int product = 0; product < utility.Length; product++)
        {
            if (owned.IsEmpty || !owned[product])
                open.Add(product);
        }

        double[] utilities = new double[open.Count], probability = new double[open.Count];
        for (int i = 0; i < utilities.Length; i++)
            utilities[i] = utility[open[i]];
        Probabilities(utilities, probability);
        ProductOffer best = new() { Product = null, Probability = 0, ExpectedMargin = 0 };
        for (int i = 0; i < utilities.Length; i++)
        {
            double expected = probability[i] * Given.Finite(margin[open[i]], nameof(margin));
            if (expected > best.ExpectedMargin)
                best = new() { Product = open[i], Probability = probability[i], ExpectedMargin = expected };
        }

        return best;
    }
}
