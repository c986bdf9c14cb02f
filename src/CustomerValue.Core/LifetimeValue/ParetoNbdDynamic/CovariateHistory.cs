using CustomerValue.Customers;

namespace CustomerValue.LifetimeValue.ParetoNbdDynamic;

/// <summary>What one customer bought, and where that lies on a path of covariates. Immutable.</summary>
public sealed class CovariateHistory
{
    internal CovariateHistory(PurchaseSummary summary, double start, int path, double[] sums)
    {
        Summary = summary;
        Start = start;
        Path = path;
        Sums = sums;
    }

    /// <summary>Frequency, recency and age.</summary>
    public PurchaseSummary Summary { get; }

    /// <summary>When the customer bought first, on the path's axis.</summary>
    public double Start { get; }

    /// <summary>The number of the path.</summary>
    public int Path { get; }

    /// <summary>Sum of each covariate over the repeat purchases, at their times, in the order of <see cref="CovariatePaths.Names"/>.</summary>
    public IReadOnlyList<double> Sums { get; }

    /// <summary>A customer who is just acquired, of whom nothing is seen yet.</summary>
    /// <param name="paths">The paths.</param>
    /// <param name="start">When, on the path's axis, finite and ≥ 0.</param>
    /// <param name="path">The number of the path.</param>
    public static CovariateHistory New(CovariatePaths paths, double start, int path = 0)
    {
        if (paths is null)
            throw new ArgumentNullException(nameof(paths));
        if (path < 0 || path >= paths.Count)
            throw new ArgumentOutOfRangeException(nameof(path), path, $"There are {paths.Count} paths; the first is 0.");
        return start >= 0 && !double.IsInfinity(start)
            ? new(new PurchaseSummary(0, 0, 0), start, path, new double[paths.Names.Count])
            : throw new ArgumentOutOfRangeException(nameof(start), start, "A first purchase lies at a finite time ≥ 0 from the beginning of the first period.");
    }
}
