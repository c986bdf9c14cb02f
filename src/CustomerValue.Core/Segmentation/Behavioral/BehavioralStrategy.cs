using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Behavioral;

/// <summary>Segments by how customers behave: by needs, value, loyalty or use. Columns of habits come from <see cref="Customers.Habits.HabitBuilder"/>, those of value from whoever has a model.</summary>
public sealed class BehavioralStrategy : ISegmentationStrategy
{
    private readonly BehavioralOptions options;

    /// <summary>Makes the strategy.</summary>
    /// <param name="options">Dimension, bounds and columns; null for needs as they come.</param>
    /// <exception cref="DataRejectedException">The options are invalid; lists every problem.</exception>
    public BehavioralStrategy(BehavioralOptions? options = null)
    {
        this.options = options ?? new BehavioralOptions();
        if (this.options.Validate() is { Count: > 0 } problems)
            throw new DataRejectedException(problems);
        this.options = this.options with
        {
            Bounds = this.options.Bounds.ToDictionary(bound => bound.Key, bound => bound.Value, StringComparer.Ordinal),
            Columns = this.options.Columns.ToDictionary(column => column.Key, column => column.Value, StringComparer.Ordinal),
            OnlineChannels = [.. this.options.OnlineChannels],
        };
    }

    /// <inheritdoc/>
    public string Name => BehavioralSegmentation.StrategyName;

    /// <summary>Finds the columns and takes the quantiles that bounds ask for.</summary>
    /// <exception cref="DataRejectedException">A column that the dimension needs is not there, or known of nobody; names each.</exception>
    public ISegmentation Fit(CustomerBase customers, CancellationToken cancellationToken = default) =>
        BehavioralFit.Fit(options, customers ?? throw new ArgumentNullException(nameof(customers)), cancellationToken);
}
