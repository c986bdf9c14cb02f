using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.Numerics;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Geographic;

/// <summary>
/// Stores. A customer is in the segment of the nearest store among those that serve the place, of equally near ones that with the ordinally first id;
/// outside every catchment where none does; incomplete without coordinates on earth. Immutable and thread-safe.
/// </summary>
public sealed class CatchmentSegmentation : ISegmentation
{
    internal const string StrategyName = "catchment";
    private const int RowsAPart = 4096;
    private readonly (SpacePoint At, double SquaredRadius)[] circles;

    /// <summary>Makes a segmentation of stores.</summary>
    /// <param name="columns">The columns of coordinates, both named.</param>
    /// <param name="stores">At least one, in any order.</param>
    /// <exception cref="DataRejectedException">There are no stores, or one is out of range or given twice; names each.</exception>
    public CatchmentSegmentation(CoordinateColumns columns, IReadOnlyList<Store> stores)
    {
        Columns = columns ?? throw new ArgumentNullException(nameof(columns));
        List<DataProblem> problems = [.. columns.Missing(), .. new CatchmentOptions { Stores = stores ?? throw new ArgumentNullException(nameof(stores)) }.Validate()];
        if (stores.Count == 0)
            problems.Add(new DataProblem { Field = "stores", Message = "are none; give at least one store with id, latitude, longitude and radius." });
        if (problems.Count > 0)
            throw new DataRejectedException(problems);
        Store[] ordered = [.. stores.OrderBy(store => store.Id, StringComparer.Ordinal)];
        Stores = Array.AsReadOnly(ordered);
        circles = Array.ConvertAll(ordered, store => (new Position(store.Latitude, store.Longitude).At, GreatCircle.Chord(store.RadiusKm) * GreatCircle.Chord(store.RadiusKm)));
        Segments = Array.AsReadOnly([.. ordered.Select(Segment), Outside, CommonSegments.Incomplete]);
    }

    /// <inheritdoc/>
    public string Strategy => StrategyName;

    /// <summary>The stores ordered by id; then outside every catchment, and last the customers without coordinates.</summary>
    public IReadOnlyList<Segment> Segments { get; }

    /// <summary>The columns of coordinates.</summary>
    public CoordinateColumns Columns { get; }

    /// <summary>The stores in the order of their segments.</summary>
    public IReadOnlyList<Store> Stores { get; }

    private static Segment Outside { get; } = new()
    {
        Key = "outside",
        Label = new LocalizedText("Outside every catchment", "商圈之外"),
        Description = new LocalizedText("No store serves where the customer lives.", "客户所在地不在任何门店的服务范围内。"),
    };

    /// <inheritdoc/>
    public void Assign(CustomerBase customers, Span<int> segments)
    {
        OnePlaceEach.Check(customers, segments);
        (double[] latitudes, double[] longitudes) = Columns.Read(customers);
        int[] found = new int[segments.Length];
        Partitions.For(
            (found.Length + RowsAPart - 1) / RowsAPart,
            Partitions.Workers,
            (_, part) =>
            {
                for (int row = part * RowsAPart; row < Math.Min((part + 1) * RowsAPart, found.Length); row++)
                    found[row] = GreatCircle.IsOnEarth(latitudes[row], longitudes[row]) ? Nearest(new Position(latitudes[row], longitudes[row]).At, mustServe: true) : Segments.Count - 1;
            },
            CancellationToken.None);
        found.AsSpan().CopyTo(segments);
    }

    /// <inheritdoc/>
    public SegmentAssignment Assign(CustomerBase customers, int row)
    {
        if (customers is null)
            throw new ArgumentNullException(nameof(customers));
        (double latitude, double longitude) = Columns.Read(customers, row);
        if (!GreatCircle.IsOnEarth(latitude, longitude))
            return new SegmentAssignment { Segment = Segments.Count - 1, Reason = CoordinateWords.Missing(latitude, longitude) };
        SpacePoint at = new Position(latitude, longitude).At;
        int segment = Nearest(at, mustServe: true);
        int shown = segment < Stores.Count ? segment : Nearest(at, mustServe: false);
        Store store = Stores[shown];
        double away = GreatCircle.Between(latitude, longitude, store.Latitude, store.Longitude);
        string distance = CoordinateWords.Kilometres(away), radius = CoordinateWords.Kilometres(store.RadiusKm), name = store.Label ?? store.Id;
        return segment == shown
            ? new SegmentAssignment
            {
                Segment = segment,
                Reason = new LocalizedText($"{distance} km from {name}, the nearest store that serves the place (up to {radius} km).", $"距{name}{distance}公里，是服务该地的最近门店（服务半径{radius}公里）。"),
                Distance = away,
            }
            : new SegmentAssignment
            {
                Segment = segment,
                Reason = new LocalizedText($"No store serves the place; the nearest, {name}, is {distance} km away and serves up to {radius} km.", $"没有门店服务该地；最近的{name}距离{distance}公里，服务半径{radius}公里。"),
            };
    }

    private int Nearest(in SpacePoint at, bool mustServe)
    {
        int best = circles.Length;
        double least = double.PositiveInfinity;
        for (int store = 0; store < circles.Length; store++)
        {
            double squared = SpacePoint.SquaredDistance(at, circles[store].At);
            if (squared < least && (!mustServe || squared <= circles[store].SquaredRadius))
                (best, least) = (store, squared);
        }

        return best;
    }

    private static Segment Segment(Store store)
    {
        string label = store.Label ?? store.Id;
        return new Segment { Key = $"store.{store.Id}", Label = new LocalizedText(label, label) };
    }
}
