using CustomerValue.Segmentation.Clustering;
using CustomerValue.Segmentation.Clustering.KMeans;

namespace CustomerValue.Tests.Segmentation.KMeans;

/// <summary>Rows that are skipped change nothing, to the last bit.</summary>
public class StayBoundsTests
{
    [Theory]
    [InlineData(0, 1.0, 0)]
    [InlineData(1, 1e-9, 1e9)]
    [InlineData(2, 1e-155, 0)]
    [InlineData(3, 1e140, 0)]
    [InlineData(4, 1e-160, 0)]
    [InlineData(5, 1.0, 1e15)]
    public void Bounds_and_threads_change_no_bit(int seed, double spread, double offset)
    {
        foreach ((int rows, int width, int k, bool whole) in new[] { (9000, 3, 7, false), (9000, 2, 5, true), (600, 8, 20, false), (40, 1, 30, false), (5000, 2, 2, true) })
        {
            NumericTable table = Draw(seed, rows, width, spread, offset, whole);
            (double[] means, _) = KMeansEstimator.Spread(table);
            DistinctRows distinct = DistinctRows.Of(table, means, k);
            if (distinct.Rows.Count < k)
                continue;
            double[] start = new double[k * width];
            for (int i = 0; i < start.Length; i++)
                start[i] = distinct.Values[i];

            // One centre that nobody is near to.
            if (seed == 0)
                start[0] = 1e6;
            foreach (int most in new[] { 5, 200 })
            {
                LloydRun plain = new Lloyd(table, means, k, bounded: false, workers: 1).Run(start, most, default);
                foreach (int workers in new[] { 1, 3 })
                {
                    LloydRun bounded = new Lloyd(table, means, k, bounded: true, workers).Run(start, most, default);
                    Assert.Equal(plain.Centres, bounded.Centres);
                    Assert.Equal((plain.Inertia, plain.Iterations, plain.Converged), (bounded.Inertia, bounded.Iterations, bounded.Converged));
                }
            }
        }
    }

    private static NumericTable Draw(int seed, int rows, int width, double spread, double offset, bool whole)
    {
        Random random = new(seed);
        double[][] columns = [.. Enumerable.Range(0, width).Select(_ => new double[rows])];
        for (int row = 0; row < rows; row++)
        {
            int group = random.Next(4);
            for (int column = 0; column < width; column++)
            {
                double value = (((group >> (column % 2)) & 1) * 3) + (random.NextDouble() * 4);
                columns[column][row] = ((whole ? Math.Floor(value) : value) * spread) + offset;
            }
        }

        return ClusteringTables.Of(columns);
    }
}
