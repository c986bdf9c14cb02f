using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Geographic;

/// <summary>Segments by where customers live, by the administrative tree: country, province, city, district, community. Small places are rolled up into larger ones.</summary>
public sealed class GeographicStrategy : ISegmentationStrategy
{
    private readonly GeographicOptions options;

    /// <summary>Makes the strategy.</summary>
    /// <param name="options">Which columns and how small; null for the defaults.</param>
    /// <exception cref="DataRejectedException">The options are invalid; lists every problem.</exception>
    public GeographicStrategy(GeographicOptions? options = null)
    {
        this.options = options ?? new GeographicOptions();
        if (this.options.Validate() is { Count: > 0 } problems)
            throw new DataRejectedException(problems);
    }

    /// <inheritdoc/>
    public string Name => GeographicSegmentation.StrategyName;

    /// <summary>Counts the customers of each place. A missing place ends a customer's path; those without even the largest are not counted.</summary>
    /// <exception cref="DataRejectedException">A column that the options name is missing, or there are none.</exception>
    public ISegmentation Fit(CustomerBase customers, CancellationToken cancellationToken = default)
    {
        if (customers is null)
            throw new ArgumentNullException(nameof(customers));
        AdministrativeColumns columns = options.Columns.In(customers, options.Deepest);
        PlaceTexts texts = new(customers, columns.Named);
        PlaceCount count = new();
        int[] places = new int[customers.Count];
        places.AsSpan().Fill(PlaceTree.World);
        texts.Walk(places, count.Place);
        foreach (int place in places)
            count.Add(place);
        return new GeographicSegmentation(columns, count.Roll(options.MinimumCustomers));
    }
}
