using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.Numerics;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Geographic;

/// <summary>
/// Dense places with their core points. A customer is in the place of the nearest core point within the radius, else scattered; who has no
/// coordinates, or such as are not on earth, is incomplete. Holds the core points: two numbers for each position. Immutable and thread-safe.
/// </summary>
public sealed class DbscanSegmentation : ISegmentation
{
    internal const string StrategyName = "dbscan";
    private readonly CorePoints cores;

    /// <summary>Makes a segmentation of known places, such as those of an earlier fit.</summary>
    /// <param name="columns">The columns of coordinates, both named.</param>
    /// <param name="radiusKm">The radius in kilometres, in [0.00001, 10000].</param>
    /// <param name="minimumPoints">How many customers were within the radius of each core point, ≥ 1.</param>
    /// <param name="clusters">The places in the order of their segments.</param>
    /// <exception cref="DataRejectedException">Something is out of range, or a place has no core points; names each.</exception>
    public DbscanSegmentation(CoordinateColumns columns, double radiusKm, int minimumPoints, IReadOnlyList<DbscanCluster> clusters)
    {
        (Columns, RadiusKm, MinimumPoints) = (columns ?? throw new ArgumentNullException(nameof(columns)), radiusKm, minimumPoints);
        Clusters = Array.AsReadOnly((clusters ?? throw new ArgumentNullException(nameof(clusters))).ToArray());
        DataProblem[] problems = [.. columns.Missing(), .. new DbscanOptions { RadiusKm = radiusKm, MinimumPoints = minimumPoints }.Validate(), .. Clusters.SelectMany(Problems)];
        if (problems.Length > 0)
            throw new DataRejectedException(problems);
        cores = new CorePoints([.. Clusters.Select(cluster => (cluster.CoreLatitudes, cluster.CoreLongitudes))], radiusKm);
        Segments = Array.AsReadOnly([.. Clusters.Select(Segment), Scattered, CommonSegments.Incomplete]);
    }

    /// <inheritdoc/>
    public string Strategy => StrategyName;

    /// <summary>The places, the largest first; then the scattered customers, and last those without coordinates.</summary>
    public IReadOnlyList<Segment> Segments { get; }

    /// <summary>The columns of coordinates.</summary>
    public CoordinateColumns Columns { get; }

    /// <summary>The radius in kilometres.</summary>
    public double RadiusKm { get; }

    /// <summary>How many customers are within the radius of a core point, itself counted.</summary>
    public int MinimumPoints { get; }

    /// <summary>The places in the order of their segments.</summary>
    public IReadOnlyList<DbscanCluster> Clusters { get; }

    /// <summary>Positions of core points that are held in all.</summary>
    public int CorePositions => cores.Count;

    private static Segment Scattered { get; } = new()
    {
        Key = "scattered",
        Label = new LocalizedText("Scattered", "零散分布"),
        Description = new LocalizedText("Near no dense place.", "附近没有客户聚集地。"),
    };

    /// <inheritdoc/>
    public void Assign(CustomerBase customers, Span<int> segments)
    {
        OnePlaceEach.Check(customers, segments);
        (double[] latitudes, double[] longitudes) = Columns.Read(customers);
        int[] found = new int[segments.Length];
        cores.Nearest(latitudes, longitudes, found, Partitions.Workers);
        for (int row = 0; row < found.Length; row++)
            segments[row] = found[row] >= 0 ? found[row] : Clusters.Count - 1 - found[row];
    }

    /// <inheritdoc/>
    public SegmentAssignment Assign(CustomerBase customers, int row)
    {
        if (customers is null)
            throw new ArgumentNullException(nameof(customers));
        (double latitude, double longitude) = Columns.Read(customers, row);
        if (!GreatCircle.IsOnEarth(latitude, longitude))
            return new SegmentAssignment { Segment = Segments.Count - 1, Reason = CoordinateWords.Missing(latitude, longitude) };
        Position position = new(latitude, longitude);
        int cluster = cores.Nearest(position, out Position core);
        LocalizedText where = position.Words();
        string radius = CoordinateWords.Kilometres(RadiusKm);
        if (cluster < 0)
        {
            return new SegmentAssignment
            {
                Segment = Clusters.Count,
                Reason = new LocalizedText($"No dense place within {radius} km of {where.English}.", $"{where.Chinese}周围{radius}公里内没有客户聚集地。"),
            };
        }

        double away = GreatCircle.Between(position.Latitude, position.Longitude, core.Latitude, core.Longitude);
        string distance = CoordinateWords.Kilometres(away);
        return new SegmentAssignment
        {
            Segment = cluster,
            Reason = new LocalizedText(
                $"At {where.English}, {distance} km from the nearest core point of {Segments[cluster].Label.English}; within {radius} km is near.",
                $"位于{where.Chinese}，距{Segments[cluster].Label.Chinese}最近的核心点{distance}公里，不超过{radius}公里。"),
            Distance = away,
        };
    }

    private static Segment Segment(DbscanCluster cluster, int number)
    {
        LocalizedText where = new Position(cluster.Latitude, cluster.Longitude).Words();
        return new Segment
        {
            Key = $"place-{number + 1}",
            Label = new LocalizedText($"Place {number + 1} ({where.English})", $"聚集地{number + 1}（{where.Chinese}）"),
        };
    }

    private static IEnumerable<DataProblem> Problems(DbscanCluster cluster, int number)
    {
        string field = $"clusters[{number}]";
        if (cluster.Customers < 0 || !GreatCircle.IsOnEarth(cluster.Latitude, cluster.Longitude))
            yield return new DataProblem { Field = field, Message = "has a negative number of customers, or a middle that is not on earth." };
        if (cluster.CoreLatitudes.Count == 0 || cluster.CoreLatitudes.Count != cluster.CoreLongitudes.Count)
            yield return new DataProblem { Field = field, Value = $"{cluster.CoreLatitudes.Count} and {cluster.CoreLongitudes.Count}", Message = "are not as many latitudes as longitudes of core points, at least one." };
        else if (cluster.CoreLatitudes.Where((latitude, i) => !GreatCircle.IsOnEarth(latitude, cluster.CoreLongitudes[i])).Any())
            yield return new DataProblem { Field = field, Message = "has a core point that is not on earth; latitudes are in [-90, 90], longitudes in [-180, 360]." };
    }
}
