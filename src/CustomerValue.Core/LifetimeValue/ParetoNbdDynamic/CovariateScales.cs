namespace CustomerValue.LifetimeValue.ParetoNbdDynamic;

/// <summary>Mean and standard deviation of each covariate over the time in which customers were observed.</summary>
internal sealed class CovariateScales
{
    public required double[] Mean { get; init; }

    /// <summary>1 where the covariate never changed.</summary>
    public required double[] Deviation { get; init; }

    public static CovariateScales Of(CovariateHistories histories, IReadOnlyList<double>? weights)
    {
        CovariatePaths paths = histories.Paths;
        int count = paths.Names.Count;
        double[][] exposure = Enumerable.Range(0, paths.Count).Select(path => new double[paths.PeriodsOf(path)]).ToArray();
        for (int row = 0; row < histories.Count && count > 0; row++)
            Expose(exposure[histories.PathOf(row)], paths.PeriodLength, histories.Start[row], histories.Start[row] + histories.Columns.Age[row], weights is null ? 1 : weights[row]);

        double[] mean = new double[count];
        double[] deviation = new double[count];
        double total = exposure.Sum(path => path.Sum());
        Each((path, period, i) => mean[i] += exposure[path][period] / total * paths[path, period][i]);
        Each((path, period, i) => deviation[i] += exposure[path][period] / total * Square(paths[path, period][i] - mean[i]));
        return new() { Mean = mean, Deviation = deviation.Zip(mean, (square, m) => square > 1e-24 * m * m ? Math.Sqrt(square) : 1).ToArray() };

        void Each(Action<int, int, int> add)
        {
            for (int path = 0; path < paths.Count; path++)
            {
                for (int period = 0; period < exposure[path].Length; period++)
                {
                    for (int i = 0; i < count; i++)
                        add(path, period, i);
                }
            }
        }

        static double Square(double value) => value * value;
    }

    /// <summary>Brings rows of the given columns to mean 0 and deviation 1.</summary>
    public void Apply(double[] rows, int[] columns)
    {
        for (int i = 0; i < rows.Length; i++)
            rows[i] = (rows[i] - Mean[columns[i % columns.Length]]) / Deviation[columns[i % columns.Length]];
    }

    private static void Expose(double[] periods, double length, double from, double to, double weight)
    {
        for (int period = Math.Min(periods.Length - 1, (int)(from / length)); period < periods.Length && period * length < to; period++)
            periods[period] += weight * Math.Max(0, Math.Min(to, (period + 1) * length) - Math.Max(from, period * length));
    }
}
