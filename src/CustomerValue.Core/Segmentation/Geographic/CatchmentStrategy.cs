using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Geographic;

/// <summary>Segments by the nearest store that serves where a customer lives. Nothing is estimated.</summary>
public sealed class CatchmentStrategy : ISegmentationStrategy
{
    private readonly CatchmentOptions options;

    /// <summary>Makes the strategy.</summary>
    /// <param name="options">The stores; null for none, and then there is nothing to fit.</param>
    /// <exception cref="DataRejectedException">The options are invalid; lists every problem.</exception>
    public CatchmentStrategy(CatchmentOptions? options = null)
    {
        this.options = options ?? new CatchmentOptions();
        if (this.options.Validate() is { Count: > 0 } problems)
            throw new DataRejectedException(problems);
    }

    /// <inheritdoc/>
    public string Name => CatchmentSegmentation.StrategyName;

    /// <summary>Joins the stores with the columns of coordinates.</summary>
    /// <exception cref="DataRejectedException">There are no stores, or no columns of coordinates.</exception>
    public ISegmentation Fit(CustomerBase customers, CancellationToken cancellationToken = default)
    {
        if (customers is null)
            throw new ArgumentNullException(nameof(customers));
        return new CatchmentSegmentation(options.Columns.In(customers), options.Stores);
    }
}
