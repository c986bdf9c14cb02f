namespace CustomerValue.LifetimeValue.ParetoNbdDynamic;

/// <summary>Covariates at the times of purchases.</summary>
internal static class CovariateSums
{
    /// <summary>Adds the covariates at <paramref name="start"/> + each time; a time beyond the path is taken to lie in its last period.</summary>
    public static void Over(CovariatePaths paths, int path, double start, IReadOnlyList<double> times, Span<double> sums)
    {
        if (sums.Length == 0 || path < 0 || path >= paths.Count)
            return;
        foreach (double time in times)
        {
            ReadOnlySpan<double> values = paths[path, Math.Min(paths.PeriodsOf(path) - 1, paths.PeriodAt(start + time))];
            for (int i = 0; i < sums.Length; i++)
                sums[i] += values[i];
        }
    }
}
