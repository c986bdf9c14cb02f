using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Combined;

/// <summary>A first strategy, and within some of its segments a further one that is fitted on their customers only.</summary>
public sealed class HierarchyStrategy : ISegmentationStrategy
{
    private readonly ISegmentationStrategy first;
    private readonly StrategyParts parts;

    /// <summary>Makes the strategy.</summary>
    /// <param name="first">Divides everyone.</param>
    /// <param name="within">What divides further, by the key of the segment that it divides.</param>
    public HierarchyStrategy(ISegmentationStrategy first, IReadOnlyDictionary<string, ISegmentationStrategy> within)
    {
        this.first = first ?? throw new ArgumentNullException(nameof(first));
        parts = new StrategyParts
        {
            Within = (within ?? throw new ArgumentNullException(nameof(within))).ToDictionary(part => part.Key, part => part.Value ?? throw new ArgumentException($"Nothing divides '{part.Key}'.", nameof(within)), StringComparer.Ordinal),
        };
    }

    /// <inheritdoc/>
    public string Name => HierarchySegmentation.StrategyName;

    /// <summary>Fits the first strategy on all, and each further one on the customers of its segment.</summary>
    /// <exception cref="DataRejectedException">A segment named is none of the first strategy's, or a strategy refuses its customers, such as where there are none; says in which segment.</exception>
    public ISegmentation Fit(CustomerBase customers, CancellationToken cancellationToken = default)
    {
        ISegmentation divided = first.Fit(customers, cancellationToken);
        HierarchySegmentation.CheckKeys(divided, parts.Within.Keys);
        int[] segments = new int[customers.Count];
        divided.Assign(customers, segments);
        Dictionary<string, ISegmentation> divisions = new(StringComparer.Ordinal);
        for (int segment = 0; segment < divided.Segments.Count; segment++)
        {
            string key = divided.Segments[segment].Key;
            if (!parts.Within.TryGetValue(key, out ISegmentationStrategy? further))
                continue;
            CustomerBase some = customers.Only([.. Enumerable.Range(0, segments.Length).Where(row => segments[row] == segment)]);
            divisions.Add(key, FitWithin(key, further, some, cancellationToken));
        }

        return new HierarchySegmentation(divided, divisions);
    }

    private static ISegmentation FitWithin(string key, ISegmentationStrategy strategy, CustomerBase customers, CancellationToken cancellationToken)
    {
        try
        {
            return strategy.Fit(customers, cancellationToken);
        }
        catch (DataRejectedException refused)
        {
            throw new DataRejectedException([.. refused.Problems.Select(problem => problem with { Source = $"within '{key}' ({customers.Count} customers)" })], refused.Count);
        }
    }
}
