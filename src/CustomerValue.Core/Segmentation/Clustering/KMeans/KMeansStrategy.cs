using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Clustering.KMeans;

/// <summary>Segments customers by k-means on columns of their base.</summary>
public sealed class KMeansStrategy : ISegmentationStrategy
{
    private readonly KMeansStrategyOptions options;

    /// <summary>Makes the strategy.</summary>
    /// <param name="options">By which columns and how; null for five clusters by recency, frequency and revenue.</param>
    /// <exception cref="DataRejectedException">The options are invalid; lists every problem.</exception>
    public KMeansStrategy(KMeansStrategyOptions? options = null)
    {
        this.options = options ?? new KMeansStrategyOptions();
        if (this.options.Validate() is { Count: > 0 } problems)
            throw new DataRejectedException(problems);
    }

    /// <inheritdoc/>
    public string Name => KMeansSegmentation.StrategyName;

    /// <summary>
    /// Fits scales and centres on the customers who have all values; neither their order nor their names change anything. Clusters come in the
    /// order of given starts, else the largest first.
    /// </summary>
    /// <exception cref="DataRejectedException">A field is no column, starts are no customers or lack values, or there are fewer distinct rows than clusters; says which.</exception>
    public ISegmentation Fit(CustomerBase customers, CancellationToken cancellationToken = default)
    {
        ClusterRows rows = new(customers ?? throw new ArgumentNullException(nameof(customers)), options.Fields ?? ClusterFields.Usual(customers), cancellationToken);
        KMeansOptions clusters = options.Clusters with { InitialRows = Starts(customers, rows) };
        KMeansModel model = KMeansEstimator.Fit(rows.Table, clusters, cancellationToken);
        bool given = clusters.InitialRows is not null || clusters.InitialCentres is not null;
        int[] order = given ? [.. Enumerable.Range(0, model.K)] : LargestFirst(model);
        return new KMeansSegmentation(
            rows.Scales,
            [.. order.Select(cluster => model.Centres[cluster])],
            [.. order.Select(cluster => model.Sizes[cluster])],
            KMeansWords.Fit(model, given ? 1 : clusters.Starts, rows, customers.Count));
    }

    private int[]? Starts(CustomerBase customers, ClusterRows rows)
    {
        if (options.Clusters.InitialRows is null && options.InitialCustomers is null)
            return null;
        ProblemList problems = new();
        List<int> starts = [];
        Dictionary<CustomerId, int> byId = options.InitialCustomers is null ? [] : Enumerable.Range(0, customers.Count).ToDictionary(customers.Customer);
        foreach (CustomerId id in options.InitialCustomers ?? [])
        {
            if (byId.TryGetValue(id, out int row))
                Add(row, nameof(KMeansStrategyOptions.InitialCustomers), id.Value);
            else
                problems.Add(null, nameof(KMeansStrategyOptions.InitialCustomers), id.Value, "is no customer of the base.");
        }

        foreach (int row in options.Clusters.InitialRows ?? [])
            Add(row, nameof(KMeansOptions.InitialRows), $"{row}");
        problems.ThrowIfAny();
        return [.. starts];

        void Add(int row, string field, string value)
        {
            int place = row < customers.Count ? rows.PlaceOf(row) : -1;
            if (row >= customers.Count)
                problems.Add(null, field, value, $"is no row; there are {customers.Count} customers, the first being 0.");
            else if (place < 0)
                problems.Add(null, field, value, "lacks a value in one of the fields; start from customers who have all.");
            else
                starts.Add(place);
        }
    }

    private static int[] LargestFirst(KMeansModel model)
    {
        int[] order = [.. Enumerable.Range(0, model.K)];
        Array.Sort(order, (one, other) =>
        {
            int bySize = model.Sizes[other].CompareTo(model.Sizes[one]);
            for (int column = 0; bySize == 0 && column < model.Width; column++)
                bySize = model.Centre(one)[column].CompareTo(model.Centre(other)[column]);
            return bySize;
        });
        return order;
    }
}
