using CustomerValue.Numerics;
using CustomerValue.Segmentation.Clustering;

namespace CustomerValue.Segmentation.Evaluation.ChoosingK;

/// <summary>Rows without clusters: uniform in the box that the data fill along their principal axes, turned back into the data's columns. Source: Tibshirani, Walther &amp; Hastie (2001), §3, choice (b).</summary>
internal sealed class UniformBox
{
    private readonly PrincipalAxes axes;
    private readonly double[] least;
    private readonly double[] most;
    private readonly NumericTable table;

    public UniformBox(NumericTable table)
    {
        this.table = table;
        axes = PrincipalAxes.Of(table);
        least = new double[table.Width];
        most = new double[table.Width];
        for (int axis = 0; axis < least.Length; axis++)
        {
            (least[axis], most[axis]) = (double.PositiveInfinity, double.NegativeInfinity);
            for (int row = 0; row < table.Rows; row++)
            {
                double along = 0;
                for (int column = 0; column < least.Length; column++)
                    along += (table[column][row] - axes.Means[column]) * axes.Axes[axis][column];
                (least[axis], most[axis]) = (Math.Min(least[axis], along), Math.Max(most[axis], along));
            }
        }
    }

    public NumericTable Draw(long seed, int draw)
    {
        RandomStream random = new(seed, draw, 0, 0);
        double[][] columns = [.. Enumerable.Range(0, table.Width).Select(_ => new double[table.Rows])];
        for (int row = 0; row < table.Rows; row++)
        {
            for (int column = 0; column < columns.Length; column++)
                columns[column][row] = axes.Means[column];
            for (int axis = 0; axis < least.Length; axis++)
            {
                double along = least[axis] + (random.Uniform() * (most[axis] - least[axis]));
                for (int column = 0; column < columns.Length; column++)
                    columns[column][row] += along * axes.Axes[axis][column];
            }
        }

        return new NumericTable([.. columns.Select(column => new ReadOnlyMemory<double>(column))], table.Names);
    }
}
