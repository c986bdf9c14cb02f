using CustomerValue.Segmentation.Clustering;

namespace CustomerValue.Segmentation.Evaluation.ChoosingK;

/// <summary>Means of clusters and what rows are off them. Deviations are taken from the means, so that large values lose no digits.</summary>
internal sealed class Centres
{
    private readonly LabelGroups groups;
    private readonly double[][] means;
    private readonly double[] spreads;
    private readonly double between;

    public Centres(NumericTable table, LabelGroups groups)
    {
        this.groups = groups;
        means = new double[groups.Count][];
        spreads = new double[groups.Count];
        double[] whole = new double[table.Width];
        for (int group = 0; group < groups.Count; group++)
        {
            ReadOnlySpan<int> rows = groups.Rows.AsSpan(groups.Starts[group], groups.Sizes[group]);
            means[group] = Mean(table, rows);
            (double squares, double distances) = Off(table, rows, means[group]);
            Within += squares;
            spreads[group] = distances / rows.Length;
            for (int column = 0; column < whole.Length; column++)
                whole[column] += means[group][column] * ((double)rows.Length / table.Rows);
        }

        for (int group = 0; group < groups.Count; group++)
            between += groups.Sizes[group] * Square(means[group], whole);
    }

    /// <summary>Sum of squared distances to the cluster's mean.</summary>
    public double Within { get; }

    /// <summary>Sum of squared distances to the mean of all.</summary>
    public double Total => Within + between;

    public double CalinskiHarabasz() => Within == 0 ? 1 : between * (groups.Of.Length - groups.Count) / (Within * (groups.Count - 1.0));

    public double DaviesBouldin()
    {
        double sum = 0;
        for (int one = 0; one < means.Length; one++)
        {
            double worst = 0;
            for (int other = 0; other < means.Length; other++)
            {
                double distance = Math.Sqrt(Square(means[one], means[other]));
                if (other != one && distance > 0)
                    worst = Math.Max(worst, (spreads[one] + spreads[other]) / distance);
            }

            sum += worst;
        }

        return sum / means.Length;
    }

    private static double[] Mean(NumericTable table, ReadOnlySpan<int> rows)
    {
        double[] mean = new double[table.Width];
        for (int column = 0; column < mean.Length; column++)
        {
            ReadOnlySpan<double> values = table[column];
            // Summed as differences from one of the rows: no digits are lost where values are large and alike.
            double first = values[rows[0]], sum = 0;
            foreach (int row in rows)
                sum += values[row] - first;
            mean[column] = first + (sum / rows.Length);
        }

        return mean;
    }

    private static (double Squares, double Distances) Off(NumericTable table, ReadOnlySpan<int> rows, double[] mean)
    {
        double[] squares = new double[rows.Length];
        for (int column = 0; column < mean.Length; column++)
        {
            ReadOnlySpan<double> values = table[column];
            for (int i = 0; i < squares.Length; i++)
                squares[i] += (values[rows[i]] - mean[column]) * (values[rows[i]] - mean[column]);
        }

        double sum = 0, distances = 0;
        foreach (double square in squares)
            (sum, distances) = (sum + square, distances + Math.Sqrt(square));
        return (sum, distances);
    }

    private static double Square(double[] one, double[] other)
    {
        double sum = 0;
        for (int column = 0; column < one.Length; column++)
            sum += (one[column] - other[column]) * (one[column] - other[column]);
        return sum;
    }
}
