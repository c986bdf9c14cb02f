using CustomerValue.Numerics;

namespace CustomerValue.Segmentation.Geographic;

/// <summary>Core points of clusters, to find the nearest within the radius. Of equally near ones the southernmost, then the westernmost, counts. Immutable.</summary>
internal sealed class CorePoints
{
    private const int RowsAPart = 4096;
    private const int Mixed = -1;
    private readonly PointGrid grid;
    private readonly Position[] positions;
    private readonly int[] clusterOf;
    private readonly int[] clusterOfCube;

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
        clusterOfCube = new int[grid.Cubes.Length];
        for (int cube = 0; cube < clusterOfCube.Length; cube++)
        {
            clusterOfCube[cube] = clusterOf[grid.Starts[cube]];
            for (int at = grid.Starts[cube]; at < grid.Starts[cube + 1]; at++)
                clusterOfCube[cube] = clusterOf[at] == clusterOfCube[cube] ? clusterOfCube[cube] : Mixed;
        }
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

    /// <summary>The same cluster, found faster: where all core points around are of one, any of them within the radius tells it.</summary>
    public int Nearest(in Position position)
    {
        SpacePoint at = position.At;
        Span<int> near = stackalloc int[PointGrid.Around];
        (int X, int Y, int Z) own = grid.CubeOf(at);
        near = near.Slice(0, grid.Near(own, near));
        if (near.Length == 0)
            return -1;
        int cluster = clusterOfCube[near[0]];
        bool isHere = false;
        foreach (int cube in near)
        {
            if (cluster == Mixed || clusterOfCube[cube] != cluster)
                return Nearest(position, out Position _);
            isHere |= grid.Cubes[cube] == own;
        }

        if (isHere)
            return cluster;
        foreach (int cube in near)
        {
            for (int other = grid.Starts[cube]; other < grid.Starts[cube + 1]; other++)
            {
                if (SpacePoint.SquaredDistance(at, grid.Points[other]) <= grid.SquaredRadius)
                    return cluster;
            }
        }

        return -1;
    }

    /// <summary>The clusters of many positions.</summary>
    public void Nearest(Position[] rows, int[] clusters, int workers, CancellationToken cancellationToken) => Partitions.For(
        (rows.Length + RowsAPart - 1) / RowsAPart,
        workers,
        (_, part) =>
        {
            for (int row = part * RowsAPart; row < Math.Min((part + 1) * RowsAPart, rows.Length); row++)
                clusters[row] = Nearest(rows[row]);
        },
        cancellationToken);

    /// <summary>The clusters of many coordinates; −1 where there is none near, −2 where they are not on earth.</summary>
    public void Nearest(double[] latitudes, double[] longitudes, int[] clusters, int workers) => Partitions.For(
        (latitudes.Length + RowsAPart - 1) / RowsAPart,
        workers,
        (_, part) =>
        {
            for (int row = part * RowsAPart; row < Math.Min((part + 1) * RowsAPart, latitudes.Length); row++)
                clusters[row] = GreatCircle.IsOnEarth(latitudes[row], longitudes[row]) ? Nearest(new Position(latitudes[row], longitudes[row])) : -2;
        },
        CancellationToken.None);
}
