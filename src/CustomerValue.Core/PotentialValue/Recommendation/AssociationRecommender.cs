using System.Collections.ObjectModel;
using CustomerValue.Validation;

namespace CustomerValue.PotentialValue.Recommendation;

/// <summary>
/// Rules of pairs: the score of j is the highest confidence P(j | i) of a rule from a product i owned, and that one product is its reason.
/// Immutable and thread-safe. Source: Agrawal, Imieliński &amp; Swami (1993), "Mining association rules between sets of items", SIGMOD.
/// </summary>
public sealed class AssociationRecommender : IRecommender
{
    private readonly (int Product, double Confidence)[][] rules;

    private AssociationRecommender(IReadOnlyList<string> products, AssociationRule[] all, (int Product, double Confidence)[][] rules) =>
        (Products, Rules, this.rules) = (products, Array.AsReadOnly(all), rules);

    /// <inheritdoc/>
    public string Name => "association";

    /// <inheritdoc/>
    public IReadOnlyList<string> Products { get; }

    /// <summary>The rules kept, by antecedent and then consequent in ordinal order.</summary>
    public ReadOnlyCollection<AssociationRule> Rules { get; }

    /// <summary>Counts pairs exactly and keeps the rules that reach the options.</summary>
    /// <exception cref="DataRejectedException">Options are invalid, or there is no interaction.</exception>
    public static AssociationRecommender Fit(Interactions interactions, AssociationOptions? options = null, CancellationToken cancellationToken = default)
    {
        History.Known(interactions);
        options ??= new AssociationOptions();
        if (options.Validate() is { Count: > 0 } problems)
            throw new DataRejectedException(problems);
        int n = interactions.Products.Count;
        List<AssociationRule> all = [];
        (int Product, double Confidence)[][] rules = new (int, double)[n][];
        int[] both = new int[n];
        for (int product = 0; product < n; product++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Array.Clear(both, 0, n);
            foreach (int customer in interactions.CustomersOf(product))
            {
                foreach (int other in interactions.ProductsOf(customer))
                    both[other]++;
            }

            List<(int, double)> own = [];
            for (int other = 0; other < n; other++)
            {
                if (other == product || both[other] == 0)
                    continue;
                AssociationRule rule = new()
                {
                    Antecedent = interactions.Products[product],
                    Consequent = interactions.Products[other],
                    WithAntecedent = interactions.CustomersOf(product).Length,
                    WithConsequent = interactions.CustomersOf(other).Length,
                    Both = both[other],
                    All = interactions.Customers.Length,
                };
                if (rule.Support < options.MinSupport || rule.Confidence < options.MinConfidence || rule.Lift < options.MinLift)
                    continue;
                all.Add(rule);
                own.Add((other, rule.Confidence));
            }

            rules[product] = [.. own];
        }

        return new AssociationRecommender(interactions.Products, [.. all], rules);
    }

    /// <inheritdoc/>
    public void Score(ReadOnlySpan<int> owned, ReadOnlySpan<double> counts, Span<double> scores)
    {
        History.Check(owned, counts, scores.Length, Products.Count);
        scores.Clear();
        foreach (int product in owned)
        {
            foreach ((int other, double confidence) in rules[product])
                scores[other] = Math.Max(scores[other], confidence);
        }
    }

    /// <inheritdoc/>
    public void Explain(ReadOnlySpan<int> owned, ReadOnlySpan<double> counts, int product, Span<double> parts)
    {
        History.Check(owned, counts, product, parts.Length, Products.Count);
        parts.Clear();
        int best = -1;
        double highest = 0;
        for (int i = 0; i < owned.Length; i++)
        {
            double confidence = rules[owned[i]].FirstOrDefault(rule => rule.Product == product).Confidence;
            if (confidence > highest)
                (best, highest) = (i, confidence);
        }

        if (best >= 0)
            parts[best] = highest;
    }
}
