using CustomerValue.Customers;

namespace CustomerValue.Segmentation.Geographic;

/// <summary>Where a segment is on a map, and how large. Immutable.</summary>
public sealed record SegmentPlace
{
    /// <summary>The segment, as an index into <see cref="ISegmentation.Segments"/>.</summary>
    public required int Segment { get; init; }

    /// <summary>Its customers, ≥ 0.</summary>
    public required int Customers { get; init; }

    /// <summary>How many of them have coordinates on earth, ≥ 0.</summary>
    public required int Located { get; init; }

    /// <summary>Degrees north of the middle of those, in [−90, 90]; null where nobody is located or the middle is no point.</summary>
    public double? Latitude { get; init; }

    /// <summary>Degrees east of the middle, in [−180, 180); null with <see cref="Latitude"/>.</summary>
    public double? Longitude { get; init; }

    /// <summary>Counts and middles of all segments, of any strategy, in their order. The middle is that of points on the sphere, so that the date line is no border.</summary>
    /// <param name="segmentation">Whose segments.</param>
    /// <param name="customers">Whom to count.</param>
    /// <param name="columns">Where coordinates are; null for the usual names. Without such columns nobody is located.</param>
    public static IReadOnlyList<SegmentPlace> Of(ISegmentation segmentation, CustomerBase customers, CoordinateColumns? columns = null)
    {
        if (segmentation is null)
            throw new ArgumentNullException(nameof(segmentation));
        if (customers is null)
            throw new ArgumentNullException(nameof(customers));
        int[] segments = new int[customers.Count];
        segmentation.Assign(customers, segments);
        (double[] latitudes, double[] longitudes) = (columns ?? new CoordinateColumns()).ReadAny(customers);
        int count = segmentation.Segments.Count;
        int[] all = new int[count], located = new int[count];
        double[] x = new double[count], y = new double[count], z = new double[count];
        for (int row = 0; row < segments.Length; row++)
        {
            int segment = segments[row];
            all[segment]++;
            if (!GreatCircle.IsOnEarth(latitudes[row], longitudes[row]))
                continue;
            SpacePoint at = new Position(latitudes[row], longitudes[row]).At;
            located[segment]++;
            (x[segment], y[segment], z[segment]) = (x[segment] + at.X, y[segment] + at.Y, z[segment] + at.Z);
        }

        return [.. Enumerable.Range(0, count).Select(segment =>
        {
            Position? middle = Position.Middle(x[segment], y[segment], z[segment]);
            return new SegmentPlace { Segment = segment, Customers = all[segment], Located = located[segment], Latitude = middle?.Latitude, Longitude = middle?.Longitude };
        })];
    }
}
