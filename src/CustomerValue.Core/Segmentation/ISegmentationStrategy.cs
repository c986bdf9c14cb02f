using CustomerValue.Customers;

namespace CustomerValue.Segmentation;

/// <summary>Makes a segmentation from a population. Stateless and thread-safe. A strategy of your own is one implementation and one registration.</summary>
public interface ISegmentationStrategy
{
    /// <summary>The name by which the strategy is asked for, such as <c>rfm</c>.</summary>
    string Name { get; }

    /// <summary>Fits the strategy on a population; the result scores new customers without it.</summary>
    /// <param name="customers">The population.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="Validation.DataRejectedException">The population can't be segmented this way; says why.</exception>
    ISegmentation Fit(CustomerBase customers, CancellationToken cancellationToken = default);
}
