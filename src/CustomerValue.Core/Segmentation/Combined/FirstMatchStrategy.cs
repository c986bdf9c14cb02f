using CustomerValue.Customers;

namespace CustomerValue.Segmentation.Combined;

/// <summary>Strategies in order: the first one that has something to say of a customer decides, such as rules for staff and partners, then RFM.</summary>
public sealed class FirstMatchStrategy : ISegmentationStrategy
{
    private readonly StrategyParts parts;

    /// <summary>Makes the strategy.</summary>
    /// <param name="strategies">At least two, the first match first.</param>
    /// <param name="none">Keys of the segments that say nothing, after which the next strategy is asked; null for <see cref="CommonSegments.Incomplete"/> alone.</param>
    /// <exception cref="Validation.DataRejectedException">Fewer than two strategies.</exception>
    public FirstMatchStrategy(IReadOnlyList<ISegmentationStrategy> strategies, IReadOnlyCollection<string>? none = null)
        => parts = new StrategyParts { Strategies = Parts.Checked(strategies, 2, nameof(strategies)), None = none?.ToArray() };

    /// <inheritdoc/>
    public string Name => FirstMatchSegmentation.StrategyName;

    /// <summary>Fits each on the whole population.</summary>
    /// <exception cref="Validation.DataRejectedException">One refuses the population, or two give different segments of one key.</exception>
    public ISegmentation Fit(CustomerBase customers, CancellationToken cancellationToken = default) =>
        new FirstMatchSegmentation([.. parts.Strategies.Select(strategy => strategy.Fit(customers, cancellationToken))], parts.None);
}
