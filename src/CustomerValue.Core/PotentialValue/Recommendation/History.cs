namespace CustomerValue.PotentialValue.Recommendation;

/// <summary>Refuses a history that no model could score.</summary>
internal static class History
{
    public static void Check(ReadOnlySpan<int> owned, ReadOnlySpan<double> counts, int scores, int products)
    {
        if (scores != products)
            throw new ArgumentException($"Room for {scores} scores; the model has {products} products.", nameof(scores));
        Check(owned, counts, products);
    }

    public static void Check(ReadOnlySpan<int> owned, ReadOnlySpan<double> counts, int products)
    {
        if (owned.Length != counts.Length)
            throw new ArgumentException($"{counts.Length} counts for {owned.Length} products; give one a product.", nameof(counts));
        for (int i = 0; i < owned.Length; i++)
        {
            if ((uint)owned[i] >= (uint)products)
                throw new ArgumentOutOfRangeException(nameof(owned), owned[i], $"A product's place is in [0, {products}).");
            if (!(counts[i] > 0) || double.IsInfinity(counts[i]))
                throw new ArgumentOutOfRangeException(nameof(counts), counts[i], "A count is finite and > 0; leave out what was not bought.");
        }
    }

    public static void Check(ReadOnlySpan<int> owned, ReadOnlySpan<double> counts, int product, int parts, int products)
    {
        Check(owned, counts, products);
        if ((uint)product >= (uint)products)
            throw new ArgumentOutOfRangeException(nameof(product), product, $"A product's place is in [0, {products}).");
        if (parts != owned.Length)
            throw new ArgumentException($"Room for {parts} parts; the history has {owned.Length} products.", nameof(parts));
    }

    /// <summary>Interactions that something can be learnt from.</summary>
    public static Interactions Known(Interactions interactions)
    {
        if (interactions is null)
            throw new ArgumentNullException(nameof(interactions));
        return interactions.Count > 0 ? interactions : throw new Validation.DataRejectedException(new Validation.DataProblem
        {
            Field = "product",
            Message = "is named by no purchase that was kept; recommendations need at least one product bought.",
        });
    }
}
