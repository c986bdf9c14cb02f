using CustomerValue.Segmentation.Clustering;

namespace CustomerValue.Tests.Segmentation.Evaluation;

/// <summary>k-means as short as it gets, to have clusters that can be judged.</summary>
internal static class TinyLloyd
{
    public static NumericTable Table(double[][] rows) =>
        new([.. Enumerable.Range(0, rows[0].Length).Select(column => new ReadOnlyMemory<double>(rows.Select(row => row[column]).ToArray()))]);

    public static double[][] Rows(NumericTable table) => [.. Enumerable.Range(0, table.Rows).Select(row => Enumerable.Range(0, table.Width).Select(column => table[column][row]).ToArray())];

    /// <summary>From rows as starts, to the end.</summary>
    public static int[] From(double[][] rows, int[] starts) => Run(rows, [.. starts.Select(start => (double[])rows[start].Clone())]).Labels;

    /// <summary>The best of some starts, spread by k-means++ with a generator of its own.</summary>
    public static int[] Best(double[][] rows, int k, int starts, int seed = 5)
    {
        Random random = new(seed);
        return Enumerable.Range(0, starts).Select(_ => Run(rows, Spread(rows, k, random))).MinBy(run => run.Inertia).Labels;
    }

    private static double[][] Spread(double[][] rows, int k, Random random)
    {
        List<double[]> centres = [(double[])rows[random.Next(rows.Length)].Clone()];
        while (centres.Count < k)
        {
            double[] squares = [.. rows.Select(row => centres.Min(centre => Square(row, centre)))];
            double at = random.NextDouble() * squares.Sum();
            int chosen = 0;
            for (double sum = squares[0]; sum < at && chosen < rows.Length - 1; sum += squares[++chosen])
            {
            }

            centres.Add((double[])rows[chosen].Clone());
        }

        return [.. centres];
    }

    private static (int[] Labels, double Inertia) Run(double[][] rows, double[][] centres)
    {
        int[] labels = new int[rows.Length];
        for (int step = 0; step < 300; step++)
        {
            bool changed = step == 0;
            for (int row = 0; row < rows.Length; row++)
            {
                int nearest = 0;
                double least = double.PositiveInfinity;
                for (int centre = 0; centre < centres.Length; centre++)
                {
                    double square = Square(rows[row], centres[centre]);
                    if (square < least)
                        (least, nearest) = (square, centre);
                }

                changed |= labels[row] != nearest;
                labels[row] = nearest;
            }

            if (!changed)
                break;
            for (int centre = 0; centre < centres.Length; centre++)
            {
                int[] own = [.. Enumerable.Range(0, rows.Length).Where(row => labels[row] == centre)];
                for (int column = 0; own.Length > 0 && column < centres[centre].Length; column++)
                    centres[centre][column] = own.Average(row => rows[row][column]);
            }
        }

        return (labels, rows.Select((row, i) => Square(row, centres[labels[i]])).Sum());
    }

    private static double Square(double[] one, double[] other)
    {
        double sum = 0;
        for (int i = 0; i < one.Length; i++)
            sum += (one[i] - other[i]) * (one[i] - other[i]);
        return sum;
    }
}
