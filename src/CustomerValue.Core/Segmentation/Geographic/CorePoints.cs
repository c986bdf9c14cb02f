using CustomerValue.Numerics;

namespace CustomerValue.Segmentation.Geographic;

/// <summary>Core points of clusters, to find the nearest within the radius. Of equally near ones the southernmost, then the westernmost, counts. Immutable.</summary>
internal sealed class CorePoints
{
    private const int RowsAPart = 4096;
    private readonly PointGrid grid;
    private readonly Position[] positions;
    private readonly int[] clusterOf;

    /// <summary>Joins the core points of all clusters.</summary>
    /// <param name="clusters">Coordinates in range.</param>
    /// <param name="radiusKm">The radius.</param>
    public CorePoints(IReadOnlyList<(IReadOnlyList<double> Latitudes, IReadOnlyList<double> Longitudes)> clusters, double radiusKm)
    {
        Position[] given = [.. clusters.SelectMany(cluster => cluster.Latitudes.Select((latitude, i) => new Position(latitude, cluster.Longitudes[i])))];
        int[] owners = [.. clusters.SelectMany((cluster, number) => Enumerable.Repeat(number, cluster.Latitudes.Count))];
        grid = new PointGrid([.. given.Select(position => position.At)], GreatCircle.Chord(radiusKm));
        positions = Array.ConvertAll(grid.Order, point => given[point]);
        clusterOf = Array.ConvertAll(grid.Order, point => owners[point]);
    }

    /// <summary>How many positions.</summary>
    public int Count => positions.Length;

    /// <summary>The cluster of the nearest core point within the radius, or −1, and that point.</summary>
    public int Nearest(in Position position, out Position core)
    {
        int best = -1;
        double least = grid.SquaredRadius;
        SpacePoint at = position.At;
        Span<int> near = stackalloc int[PointGrid.Around];
        int count = grid.Near(grid.CubeOf(at), near);
        for (int i = 0; i < count; i++)
        {
            for (int other = grid.Starts[near[i]]; other < grid.Starts[near[i] + 1]; other++)
            {
                double squared = SpacePoint.SquaredDistance(at, grid.Points[other]);
                if (squared < least || (squared == least && (best < 0 || positions[other].CompareTo(positions[best]) < 0)))
                    (best, least) = (other, squared);
            }
        }

        core = best < 0 ? default : positions[best];
        return best < 0 ? -1 : clusterOf[best];
    }

    /// <summary>The clusters of many positions.</summary>
    public void Nearest(Position[] rows, int[] clusters, int workers, CancellationToken cancellationToken) => Partitions.For(
        (rows.Length + RowsAPart - 1) / RowsAPart,
        workers,
        (_, part) =>
        {
            for (int row = part * RowsAPart; row < Math.Min((part + 1) * RowsAPart, rows.Length); row++)
                clusters[row] = Nearest(rows[row], out Position _);
        },
        cancellationToken);

    /// <summary>The clusters of many coordinates; −1 where there is none near, −2 where they are not on earth.</summary>
    public void Nearest(double[] latitudes, double[] longitudes, int[] clusters, int workers) => Partitions.For(
        (latitudes.Length + RowsAPart - 1) / RowsAPart,
        workers,
        (_, part) =>
        {
            for (int row = part * RowsAPart; row < Math.Min((part + 1) * RowsAPart, latitudes.Length); row++)
                clusters[row] = GreatCircle.IsOnEarth(latitudes[row], longitudes[row]) ? Nearest(new Position(latitudes[row], longitudes[row]), out Position _) : -2;
        },
        CancellationToken.None);
}
