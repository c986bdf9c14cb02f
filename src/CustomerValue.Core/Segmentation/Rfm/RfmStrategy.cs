using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Rfm;

/// <summary>Segments by recency, frequency and money: days since the last purchase, days with a purchase, and revenue, all in the window of the summaries.</summary>
public sealed class RfmStrategy : ISegmentationStrategy
{
    private readonly RfmOptions options;

    /// <summary>Makes the strategy.</summary>
    /// <param name="options">How to score; null for quintiles and the eleven usual segments.</param>
    /// <exception cref="DataRejectedException">The options are invalid; lists every problem.</exception>
    public RfmStrategy(RfmOptions? options = null)
    {
        this.options = options ?? new RfmOptions();
        if (this.options.Validate() is { Count: > 0 } problems)
            throw new DataRejectedException(problems);
    }

    /// <inheritdoc/>
    public string Name => RfmSegmentation.StrategyName;

    /// <summary>Fits the thresholds on the buyers.</summary>
    /// <exception cref="DataRejectedException">Nobody bought, so there are no quantiles.</exception>
    public ISegmentation Fit(CustomerBase customers, CancellationToken cancellationToken = default)
    {
        if (customers is null)
            throw new ArgumentNullException(nameof(customers));
        using RfmColumns columns = new(customers.Purchases);
        return RfmSegmentation.Fit(columns.RecencyDays, columns.Frequency, columns.Monetary, options);
    }
}
