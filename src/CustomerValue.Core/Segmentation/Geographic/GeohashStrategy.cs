using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Geographic;

/// <summary>Segments by cells of the earth, named by geohash; cells with few customers are rolled up into larger ones.</summary>
public sealed class GeohashStrategy : ISegmentationStrategy
{
    private readonly GeohashOptions options;

    /// <summary>Makes the strategy.</summary>
    /// <param name="options">How small cells are; null for the defaults.</param>
    /// <exception cref="DataRejectedException">The options are invalid; lists every problem.</exception>
    public GeohashStrategy(GeohashOptions? options = null)
    {
        this.options = options ?? new GeohashOptions();
        if (this.options.Validate() is { Count: > 0 } problems)
            throw new DataRejectedException(problems);
    }

    /// <inheritdoc/>
    public string Name => GeohashSegmentation.StrategyName;

    /// <summary>Counts the customers of each cell.</summary>
    /// <exception cref="DataRejectedException">There are no columns of coordinates.</exception>
    public ISegmentation Fit(CustomerBase customers, CancellationToken cancellationToken = default)
    {
        if (customers is null)
            throw new ArgumentNullException(nameof(customers));
        CoordinateColumns columns = options.Columns.In(customers);
        (double[] latitudes, double[] longitudes) = columns.Read(customers);
        PlaceCount count = new();
        Span<char> hash = stackalloc char[options.Length];
        for (int row = 0; row < latitudes.Length; row++)
        {
            if (!GreatCircle.IsOnEarth(latitudes[row], longitudes[row]))
                continue;
            Geohash.Write(latitudes[row], longitudes[row], hash);
            int cell = PlaceTree.World;
            foreach (char digit in hash)
                cell = count.Place(cell, GeohashSegmentation.NameOf(digit));
            count.Add(cell);
        }

        return new GeohashSegmentation(columns, options.Length, count.Roll(options.MinimumCustomers));
    }
}
