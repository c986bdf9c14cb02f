namespace CustomerValue.Segmentation.Geographic;

/// <summary>
/// Points in space by cubes whose diagonal is the search radius: two points of a cube are always within it, and all others within it are at
/// most two cubes away in each direction. Memory grows with points, never with their pairs. Immutable.
/// </summary>
internal sealed class PointGrid
{
    /// <summary>As many cubes as lie around one, itself counted.</summary>
    public const int Around = 125;

    private readonly double side;
    private readonly Dictionary<(int X, int Y), (int First, int End)> columns = [];

    /// <summary>Sorts points into cubes.</summary>
    /// <param name="points">Points in space.</param>
    /// <param name="radius">The search radius, &gt; 0; coordinates over it must be below 10⁹.</param>
    public PointGrid(IReadOnlyList<SpacePoint> points, double radius)
    {
        // A little less than the exact side, so that rounding can't put points of one cube further apart than the radius.
        side = radius / Math.Sqrt(3) * (1 - 1e-7);
        SquaredRadius = radius * radius;
        (int X, int Y, int Z)[] cubes = new (int, int, int)[points.Count];
        Order = new int[points.Count];
        for (int point = 0; point < Order.Length; point++)
            (cubes[point], Order[point]) = (CubeOf(points[point]), point);
        Array.Sort(cubes, Order, Comparer<(int, int, int)>.Default);
        Points = new SpacePoint[Order.Length];
        List<int> starts = [];
        for (int at = 0; at < Order.Length; at++)
        {
            Points[at] = points[Order[at]];
            if (at == 0 || cubes[at] != cubes[at - 1])
                starts.Add(at);
        }

        Cubes = [.. starts.Select(start => cubes[start])];
        starts.Add(Order.Length);
        Starts = [.. starts];
        for (int cube = 0; cube < Cubes.Length; cube++)
        {
            (int X, int Y) column = (Cubes[cube].X, Cubes[cube].Y);
            columns[column] = (columns.TryGetValue(column, out (int First, int End) range) ? range.First : cube, cube + 1);
        }
    }

    public double SquaredRadius { get; }

    /// <summary>The points, cube by cube.</summary>
    public SpacePoint[] Points { get; }

    /// <summary>The number that each of <see cref="Points"/> had when it was given.</summary>
    public int[] Order { get; }

    /// <summary>Where the points of each cube start, and the end.</summary>
    public int[] Starts { get; }

    /// <summary>The cubes with points in them, ordered.</summary>
    public (int X, int Y, int Z)[] Cubes { get; }

    public (int X, int Y, int Z) CubeOf(in SpacePoint point) => ((int)Math.Floor(point.X / side), (int)Math.Floor(point.Y / side), (int)Math.Floor(point.Z / side));

    /// <summary>Writes the numbers of the cubes whose points may be near those of a cube, and says how many there are.</summary>
    public int Near((int X, int Y, int Z) cube, Span<int> near)
    {
        int count = 0;
        for (int x = cube.X - 2; x <= cube.X + 2; x++)
        {
            for (int y = cube.Y - 2; y <= cube.Y + 2; y++)
            {
                if (!columns.TryGetValue((x, y), out (int First, int End) range))
                    continue;
                for (int i = FirstFrom(range.First, range.End, cube.Z - 2); i < range.End && Cubes[i].Z <= cube.Z + 2; i++)
                    near[count++] = i;
            }
        }

        return count;
    }

    private int FirstFrom(int first, int end, int z)
    {
        while (first < end)
        {
            int middle = (first + end) >>> 1;
            if (Cubes[middle].Z < z)
                first = middle + 1;
            else
                end = middle;
        }

        return first;
    }
}
