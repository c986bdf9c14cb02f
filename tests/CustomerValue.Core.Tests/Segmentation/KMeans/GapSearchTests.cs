using CustomerValue.Segmentation.Clustering;
using CustomerValue.Segmentation.Clustering.KMeans;

namespace CustomerValue.Tests.Segmentation.KMeans;

/// <summary>The search in single precision finds the centres that double precision finds, also where rows are all but halfway between two.</summary>
public class GapSearchTests
{
    [Theory]
    [InlineData(1, 2, 1.0)]
    [InlineData(3, 7, 1e-9)]
    [InlineData(8, 8, 1.0)]
    [InlineData(8, 20, 1e130)]
    [InlineData(13, 5, 1e-130)]
    [InlineData(4, 6, 1e-158)]
    [InlineData(90, 4, 1.0)]
    public void The_centres_are_those_of_double_precision_and_no_gap_is_too_wide(int width, int k, double spread)
    {
        Random random = new(width + k);
        double[] centres = [.. Enumerable.Range(0, k * width).Select(_ => Math.Round(random.NextDouble() * 64) * spread)];
        centres[width] = 4000 * spread;
        double[][] columns = [.. Enumerable.Range(0, width).Select(_ => new double[RowTile.Rows])];
        for (int row = 0; row < RowTile.Rows; row++)
        {
            // Every other row between two centres: halfway, or off by less and less.
            (int one, int other) = (random.Next(k), random.Next(k));
            double share = row % 2 == 0 ? random.NextDouble() : 0.5 + (row % 8 == 1 ? 0 : Math.Pow(10, -random.Next(4, 16)));
            for (int column = 0; column < width; column++)
                columns[column][row] = (centres[(one * width) + column] * share) + (centres[(other * width) + column] * (1 - share));
        }

        double far = Math.Sqrt(width) * 4000 * spread;
        GapSearch search = new(centres, width, far);
        RowTile fast = Filled(columns), slow = Filled(columns);
        fast.FindGaps(search, RowTile.Rows);
        slow.FindOneByOne(centres, RowTile.Rows);
        Assert.Equal(slow.Nearest, fast.Nearest);
        int tight = 0;
        for (int row = 0; row < RowTile.Rows; row++)
        {
            double[] distances = [.. Enumerable.Range(0, k).Select(centre => Distance(columns, row, centres, centre, spread)).Order()];
            double gap = (distances[1] - distances[0]) * spread / far;
            Assert.False(fast.Gaps[row] > gap, $"Row {row}: {fast.Gaps[row]} > {gap}");
            tight += fast.Gaps[row] > (0.98 * gap) - 1e-4 ? 1 : 0;
        }

        // Where squares are no numbers nothing may be sure; else nearly everything should be.
        Assert.InRange(tight, spread < 1e-150 ? 0 : RowTile.Rows * 0.9, RowTile.Rows);
    }

    private static RowTile Filled(double[][] columns)
    {
        RowTile tile = new(ClusteringTables.Of(columns), new double[columns.Length]);
        tile.Load(0, RowTile.Rows);
        return tile;
    }

    private static double Distance(double[][] columns, int row, double[] centres, int centre, double spread)
    {
        double sum = 0;
        for (int column = 0; column < columns.Length; column++)
            sum += Math.Pow((columns[column][row] - centres[(centre * columns.Length) + column]) / spread, 2);
        return Math.Sqrt(sum);
    }
}
