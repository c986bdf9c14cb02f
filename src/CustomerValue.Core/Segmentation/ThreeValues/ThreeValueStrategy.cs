using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.ThreeValues;

/// <summary>
/// Segments by established, potential and influence value, each high or low: the columns <see cref="ColumnNames.Contribution"/>,
/// <see cref="ColumnNames.Potential"/> and <see cref="ColumnNames.Influence"/>.
/// </summary>
public sealed class ThreeValueStrategy : ISegmentationStrategy
{
    private readonly ThreeValueOptions options;

    /// <summary>Makes the strategy.</summary>
    /// <param name="options">Where high begins; null for the upper fifth of each.</param>
    /// <exception cref="DataRejectedException">The options are invalid; lists every problem.</exception>
    public ThreeValueStrategy(ThreeValueOptions? options = null)
    {
        this.options = options ?? new ThreeValueOptions();
        if (this.options.Validate() is { Count: > 0 } problems)
            throw new DataRejectedException(problems);
    }

    /// <inheritdoc/>
    public string Name => ThreeValueSegmentation.StrategyName;

    /// <summary>
    /// Makes the thresholds from the customers whose established and potential value are known. Where nothing is known of influence, all are
    /// low on it, and a warning says so.
    /// </summary>
    /// <exception cref="DataRejectedException">There is no column of established or of potential value.</exception>
    public ISegmentation Fit(CustomerBase customers, CancellationToken cancellationToken = default) => FitThresholds(customers, cancellationToken);

    /// <summary>The same as <see cref="Fit"/>, as what it is.</summary>
    /// <exception cref="DataRejectedException">There is no column of established or of potential value.</exception>
    public ThreeValueSegmentation FitThresholds(CustomerBase customers, CancellationToken cancellationToken = default)
    {
        if (customers is null)
            throw new ArgumentNullException(nameof(customers));
        DataProblem[] missing = [.. new[] { ColumnNames.Contribution, ColumnNames.Potential }.Where(name => !customers.HasColumn(name))
            .Select(name => new DataProblem { Field = "columns", Value = name, Message = "is no column of the customers; an appraisal adds it where purchases have amounts, or give one." })];
        if (missing.Length > 0)
            throw new DataRejectedException(missing);
        cancellationToken.ThrowIfCancellationRequested();
        using ThreeValueColumns columns = new(customers);
        return new ThreeValueSegmentation(ThresholdFit.Of(columns, options), options.Decisions);
    }
}
