using CustomerValue.Customers;

namespace CustomerValue.Segmentation.Combined;

/// <summary>Two or more strategies side by side: a segment for every combination of theirs, such as region × value.</summary>
public sealed class CrossStrategy : ISegmentationStrategy
{
    private readonly StrategyParts parts;

    /// <summary>Makes the strategy.</summary>
    /// <param name="strategies">At least two.</param>
    /// <exception cref="Validation.DataRejectedException">Fewer than two.</exception>
    public CrossStrategy(params ISegmentationStrategy[] strategies) =>
        parts = new StrategyParts { Strategies = Parts.Checked(strategies, 2, nameof(strategies)) };

    /// <inheritdoc/>
    public string Name => CrossSegmentation.StrategyName;

    /// <summary>Fits each on the whole population.</summary>
    /// <exception cref="Validation.DataRejectedException">One refuses the population, or there are too many combinations.</exception>
    public ISegmentation Fit(CustomerBase customers, CancellationToken cancellationToken = default) =>
        new CrossSegmentation([.. parts.Strategies.Select(strategy => strategy.Fit(customers, cancellationToken))]);
}
