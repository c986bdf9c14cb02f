using CustomerValue.Customers;
using CustomerValue.Validation;
using NodaTime;

namespace CustomerValue.PotentialValue.Recommendation;

/// <summary>
/// What most customers bought lately: score_j = Σ over the customers who own j of 2^(−days since the last purchase of j / half-life). The same
/// for everyone, and often hard to beat. Immutable and thread-safe.
/// </summary>
public sealed class PopularityRecommender : IRecommender
{
    private readonly double[] scores;

    private PopularityRecommender(IReadOnlyList<string> products, double[] scores) => (Products, this.scores) = (products, scores);

    /// <inheritdoc/>
    public string Name => "popularity";

    /// <inheritdoc/>
    public IReadOnlyList<string> Products { get; }

    /// <summary>Counts.</summary>
    /// <exception cref="DataRejectedException">Options are invalid, or there is no interaction.</exception>
    public static PopularityRecommender Fit(Interactions interactions, PopularityOptions? options = null)
    {
        options ??= new PopularityOptions();
        History.Known(interactions);
        List<DataProblem> problems = [.. options.Validate()];
        if (options.AsOf < interactions.LastDay)
            problems.Add(new DataProblem { Field = nameof(options.AsOf), Value = options.AsOf?.ToString("uuuu-MM-dd", null), Message = "is before the last purchase; leave later purchases out first." });
        if (problems.Count > 0)
            throw new DataRejectedException(problems);
        int today = Period.DaysBetween(PurchaseSummaries.Epoch, options.AsOf ?? interactions.LastDay!.Value);

        // Whole counts by day, and one sum by age: who the customers are can't show, not even in the rounding.
        Dictionary<int, int>[] byAge = [.. interactions.Products.Select(_ => new Dictionary<int, int>())];
        for (int customer = 0; customer < interactions.Customers.Length; customer++)
        {
            ReadOnlySpan<int> products = interactions.ProductsOf(customer), days = interactions.LastDaysOf(customer);
            for (int i = 0; i < products.Length; i++)
            {
                byAge[products[i]].TryGetValue(today - days[i], out int count);
                byAge[products[i]][today - days[i]] = count + 1;
            }
        }

        return new PopularityRecommender(interactions.Products, [.. byAge.Select(ages => ages.OrderBy(age => age.Key).Sum(age => age.Value * Math.Pow(2, -age.Key / options.HalfLifeDays)))]);
    }

    /// <inheritdoc/>
    public void Score(ReadOnlySpan<int> owned, ReadOnlySpan<double> counts, Span<double> scores)
    {
        History.Check(owned, counts, scores.Length, Products.Count);
        this.scores.AsSpan().CopyTo(scores);
    }

    /// <inheritdoc/>
    public void Explain(ReadOnlySpan<int> owned, ReadOnlySpan<double> counts, int product, Span<double> parts)
    {
        History.Check(owned, counts, product, parts.Length, Products.Count);
        parts.Clear();
    }
}
