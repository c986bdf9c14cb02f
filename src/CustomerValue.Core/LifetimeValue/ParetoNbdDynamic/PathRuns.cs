namespace CustomerValue.LifetimeValue.ParetoNbdDynamic;

/// <summary>A path as runs of equal covariates: neighbouring periods that no covariate of the model tells apart are one.</summary>
internal sealed class PathRuns
{
    private PathRuns(double[] ends, double[] purchase, double[] dropout, int loop)
    {
        Ends = ends;
        Purchase = purchase;
        Dropout = dropout;
        Loop = loop;
    }

    /// <summary>Where each run ends.</summary>
    public double[] Ends { get; }

    /// <summary>The purchase covariates of each run, row by row.</summary>
    public double[] Purchase { get; }

    /// <summary>The dropout covariates of each run, row by row.</summary>
    public double[] Dropout { get; }

    /// <summary>The run with which the last year begins; runs never lie on both sides of its beginning.</summary>
    public int Loop { get; }

    /// <summary>The runs of a path in the columns chosen.</summary>
    public static PathRuns Of(CovariatePaths paths, int path, int[] purchase, int[] dropout)
    {
        int periods = paths.PeriodsOf(path);
        int yearBegins = Math.Max(0, periods - YearPeriods(paths));
        List<double> ends = [];
        List<double> purchaseRows = [];
        List<double> dropoutRows = [];
        int loop = 0;
        for (int period = 0, first = 0; period < periods; period++)
        {
            if (period == yearBegins)
                loop = ends.Count;
            if (period + 1 < periods && period + 1 != yearBegins && Same(paths, path, period + 1, first, purchase) && Same(paths, path, period + 1, first, dropout))
                continue;
            ends.Add(paths.Names.Count == 0 ? double.PositiveInfinity : (period + 1) * paths.PeriodLength);
            purchaseRows.AddRange(purchase.Select(column => paths[path, first][column]));
            dropoutRows.AddRange(dropout.Select(column => paths[path, first][column]));
            first = period + 1;
            if (first == yearBegins)
                loop = ends.Count;
        }

        return new([.. ends], [.. purchaseRows], [.. dropoutRows], loop);
    }

    /// <summary>The periods that are nearest to a year, at least one.</summary>
    private static int YearPeriods(CovariatePaths paths) =>
        (int)Math.Min(int.MaxValue, Math.Max(1, Math.Round(Customers.TimeUnits.PerYear(paths.Unit) / paths.PeriodLength)));

    private static bool Same(CovariatePaths paths, int path, int left, int right, int[] columns)
    {
        foreach (int column in columns)
        {
            if (paths[path, left][column] != paths[path, right][column])
                return false;
        }

        return true;
    }
}
