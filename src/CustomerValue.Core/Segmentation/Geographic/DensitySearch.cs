using CustomerValue.Numerics;

namespace CustomerValue.Segmentation.Geographic;

/// <summary>
/// Finds dense points and joins those within the radius of each other. A cube with enough points in it needs no search: all of them are dense;
/// and dense points of one cube belong together. Source: Ester et al. (1996), DBSCAN; Gunawan (2013) for the cubes.
/// </summary>
internal static class DensitySearch
{
    private const int CubesAPart = 1024;

    /// <summary>The group of every point, numbered in any order; −1 where the point is not dense.</summary>
    /// <param name="points">Distinct points.</param>
    /// <param name="weights">How many customers are at each, ≥ 1.</param>
    /// <param name="radius">The radius, &gt; 0.</param>
    /// <param name="minimum">How many customers there must be within the radius, oneself counted.</param>
    /// <param name="workers">Threads.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static int[] Groups(IReadOnlyList<SpacePoint> points, ReadOnlyMemory<int> weights, double radius, int minimum, int workers, CancellationToken cancellationToken)
    {
        PointGrid grid = new(points, radius);
        int[] weight = new int[grid.Points.Length];
        for (int at = 0; at < weight.Length; at++)
            weight[at] = weights.Span[grid.Order[at]];
        bool[] dense = new bool[weight.Length];
        int parts = (grid.Cubes.Length + CubesAPart - 1) / CubesAPart;
        Partitions.For(
            parts,
            workers,
            (_, part) =>
            {
                for (int cube = part * CubesAPart; cube < Math.Min((part + 1) * CubesAPart, grid.Cubes.Length); cube++)
                    MarkDense(grid, cube, weight, minimum, dense);
            },
            cancellationToken);
        int[] groupOfCube = Join(grid, dense, cancellationToken);
        int[] groups = new int[weight.Length];
        for (int cube = 0; cube < grid.Cubes.Length; cube++)
        {
            for (int at = grid.Starts[cube]; at < grid.Starts[cube + 1]; at++)
                groups[grid.Order[at]] = dense[at] ? groupOfCube[cube] : -1;
        }

        return groups;
    }

    private static void MarkDense(PointGrid grid, int cube, int[] weight, int minimum, bool[] dense)
    {
        int start = grid.Starts[cube], end = grid.Starts[cube + 1];
        long within = 0;
        for (int at = start; at < end; at++)
            within += weight[at];
        if (within >= minimum)
        {
            dense.AsSpan(start, end - start).Fill(true);
            return;
        }

        Span<int> near = stackalloc int[PointGrid.Around];
        near = near.Slice(0, grid.Near(grid.Cubes[cube], near));
        for (int at = start; at < end; at++)
        {
            long count = within;
            for (int i = 0; i < near.Length && count < minimum; i++)
            {
                if (near[i] == cube)
                    continue;
                for (int other = grid.Starts[near[i]]; other < grid.Starts[near[i] + 1]; other++)
                {
                    if (SpacePoint.SquaredDistance(grid.Points[at], grid.Points[other]) <= grid.SquaredRadius)
                        count += weight[other];
                }
            }

            dense[at] = count >= minimum;
        }
    }

    private static int[] Join(PointGrid grid, bool[] dense, CancellationToken cancellationToken)
    {
        int[] root = new int[grid.Cubes.Length];
        for (int cube = 0; cube < root.Length; cube++)
            root[cube] = cube;
        Span<int> near = stackalloc int[PointGrid.Around];
        for (int cube = 0; cube < root.Length; cube++)
        {
            if (cube % CubesAPart == 0)
                cancellationToken.ThrowIfCancellationRequested();
            int count = grid.Near(grid.Cubes[cube], near);
            for (int i = 0; i < count; i++)
            {
                int a = Root(root, cube), b = Root(root, near[i]);
                if (near[i] > cube && a != b && Touch(grid, dense, cube, near[i]))
                    root[Math.Max(a, b)] = Math.Min(a, b);
            }
        }

        for (int cube = 0; cube < root.Length; cube++)
            root[cube] = Root(root, cube);
        return root;
    }

    private static bool Touch(PointGrid grid, bool[] dense, int cube, int other)
    {
        for (int a = grid.Starts[cube]; a < grid.Starts[cube + 1]; a++)
        {
            for (int b = grid.Starts[other]; dense[a] && b < grid.Starts[other + 1]; b++)
            {
                if (dense[b] && SpacePoint.SquaredDistance(grid.Points[a], grid.Points[b]) <= grid.SquaredRadius)
                    return true;
            }
        }

        return false;
    }

    private static int Root(int[] root, int cube)
    {
        while (root[cube] != cube)
            cube = root[cube] = root[root[cube]];
        return cube;
    }
}
