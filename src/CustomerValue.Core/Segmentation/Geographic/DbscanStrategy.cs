using CustomerValue.Customers;
using CustomerValue.Numerics;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Geographic;

/// <summary>
/// Dense places on the earth by DBSCAN with great-circle distances: a core point has enough customers around it; core points within the radius of
/// each other are one place. Source: Ester, Kriegel, Sander and Xu (1996). Another customer within the radius of a core point is of the nearest one's
/// place, so that the order of rows doesn't matter; who is near none is scattered.
/// </summary>
public sealed class DbscanStrategy : ISegmentationStrategy
{
    private readonly DbscanOptions options;

    /// <summary>Makes the strategy.</summary>
    /// <param name="options">What is dense; null for the defaults.</param>
    /// <exception cref="DataRejectedException">The options are invalid; lists every problem.</exception>
    public DbscanStrategy(DbscanOptions? options = null)
    {
        this.options = options ?? new DbscanOptions();
        if (this.options.Validate() is { Count: > 0 } problems)
            throw new DataRejectedException(problems);
    }

    /// <inheritdoc/>
    public string Name => DbscanSegmentation.StrategyName;

    /// <summary>Finds the dense places. Where there are none, everyone with coordinates is scattered.</summary>
    /// <exception cref="DataRejectedException">There are no columns of coordinates.</exception>
    public ISegmentation Fit(CustomerBase customers, CancellationToken cancellationToken = default)
    {
        if (customers is null)
            throw new ArgumentNullException(nameof(customers));
        CoordinateColumns columns = options.Columns.In(customers);
        (double[] latitudes, double[] longitudes) = columns.Read(customers);
        return Fit(columns, latitudes, longitudes, Partitions.Workers, cancellationToken);
    }

    internal DbscanSegmentation Fit(CoordinateColumns columns, double[] latitudes, double[] longitudes, int workers, CancellationToken cancellationToken = default)
    {
        (Position[] positions, int[] weights) = DistinctPositions.Of(latitudes, longitudes);
        int[] groups = DensitySearch.Groups([.. positions.Select(position => position.At)], weights, GreatCircle.Chord(options.RadiusKm), options.MinimumPoints, workers, cancellationToken);
        return new DbscanSegmentation(columns, options.RadiusKm, options.MinimumPoints, DbscanClusters.Of(positions, weights, groups, options.RadiusKm, workers, cancellationToken));
    }
}
