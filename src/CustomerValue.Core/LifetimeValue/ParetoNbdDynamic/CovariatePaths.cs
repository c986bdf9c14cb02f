using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.LifetimeValue.ParetoNbdDynamic;

/// <summary>
/// Covariates over time, constant within each period: one path for all customers, as of the seasons, or several. Time 0 is the
/// beginning of the first period, and period k is (k·length, (k + 1)·length]: what happens where two periods meet belongs to the one
/// that ends there. A path is kept once however many customers follow it. Immutable and thread-safe.
/// </summary>
public sealed class CovariatePaths
{
    private readonly double[][] paths;

    /// <summary>Makes paths over copies of the given numbers.</summary>
    /// <param name="unit">The unit of time.</param>
    /// <param name="periodLength">Length of a period in <paramref name="unit"/>, finite and &gt; 0: 1 for weekly covariates in weeks.</param>
    /// <param name="names">The covariates, not blank, each once; may be empty.</param>
    /// <param name="paths">At least one path, row by row: for every period a value of each covariate, all finite.</param>
    /// <param name="continuation">What holds after the last period.</param>
    /// <exception cref="DataRejectedException">Anything out of range; names path, row and covariate.</exception>
    public CovariatePaths(TimeUnit unit, double periodLength, IReadOnlyList<string> names, IReadOnlyList<IReadOnlyList<double>> paths, PathContinuation continuation = PathContinuation.None)
    {
        _ = unit.Days();
        Unit = unit;
        PeriodLength = periodLength;
        Names = [.. names ?? throw new ArgumentNullException(nameof(names))];
        this.paths = (paths ?? throw new ArgumentNullException(nameof(paths))).Select(path => path.ToArray()).ToArray();
        Continuation = continuation;
        ProblemList problems = new();
        CovariateCheck.Names(Names, problems);
        if (!(periodLength > 0) || double.IsInfinity(periodLength))
            problems.Add(null, nameof(periodLength), periodLength.ToString(CultureInfo.InvariantCulture), "is not a finite number > 0; it is the length of a period in the unit of time.");
        if (this.paths.Length == 0)
            problems.Add(null, nameof(paths), "0", "paths; give at least one, which all customers may share.");
        if (continuation is not (PathContinuation.None or PathContinuation.LastPeriod or PathContinuation.LastYear))
            problems.Add(null, nameof(continuation), continuation.ToString(), "is not None, LastPeriod or LastYear.");
        for (int path = 0; path < this.paths.Length && Names.Count > 0; path++)
            CovariateCheck.Values(Names, this.paths[path], $"paths[{path}]", problems);
        problems.ThrowIfAny();
        // Without covariates nothing ends: every period is like the next.
        Periods = Names.Count == 0 ? int.MaxValue : this.paths.Min(path => path.Length / Names.Count);
    }

    /// <summary>The unit of time.</summary>
    public TimeUnit Unit { get; }

    /// <summary>Length of a period, in <see cref="Unit"/>.</summary>
    public double PeriodLength { get; }

    /// <summary>The covariates.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>How many paths.</summary>
    public int Count => paths.Length;

    /// <summary>Periods of the shortest path.</summary>
    public int Periods { get; }

    /// <summary>What holds after the last period.</summary>
    public PathContinuation Continuation { get; }

    /// <summary>Where a path's last period ends, in <see cref="Unit"/>; +∞ where there are no covariates.</summary>
    public double End(int path) => Names.Count == 0 ? double.PositiveInfinity : PeriodLength * (paths[path].Length / Names.Count);

    /// <summary>The covariates of a period, in the order of <see cref="Names"/>.</summary>
    public ReadOnlySpan<double> this[int path, int period] => paths[path].AsSpan(period * Names.Count, Names.Count);

    /// <summary>The period that a time belongs to; a time within 1e-9 of a period of where one ends belongs to it.</summary>
    public int PeriodAt(double time) => Math.Max(0, (int)Math.Ceiling((time / PeriodLength) - 1e-9) - 1);

    /// <summary>The one path that all customers share, from a table by the calendar.</summary>
    /// <param name="table">The covariates by calendar period.</param>
    /// <param name="unit">The unit of time of the histories.</param>
    /// <param name="continuation">What holds after the last period.</param>
    public static CovariatePaths Of(PeriodCovariates table, TimeUnit unit, PathContinuation continuation = PathContinuation.None) => Of([table], unit, continuation);

    /// <summary>Paths from tables by the calendar, which all have the same periods and the same covariates; customers of one segment may share one.</summary>
    /// <param name="tables">At least one table.</param>
    /// <param name="unit">The unit of time of the histories.</param>
    /// <param name="continuation">What holds after the last period.</param>
    /// <exception cref="DataRejectedException">Tables with other periods or covariates than the first one.</exception>
    public static CovariatePaths Of(IReadOnlyList<PeriodCovariates> tables, TimeUnit unit, PathContinuation continuation = PathContinuation.None)
    {
        if (tables is null || tables.Count == 0)
            throw new ArgumentException("Give at least one table.", nameof(tables));
        ProblemList problems = new();
        for (int table = 1; table < tables.Count; table++)
        {
            if (tables[table].Periods != tables[0].Periods)
                problems.Add(table, "periods", tables[table].Periods.ToString(), $"differ from {tables[0].Periods}, the periods of the first table.");
            if (!tables[table].Names.SequenceEqual(tables[0].Names))
                problems.Add(table, "names", string.Join(", ", tables[table].Names), $"differ from {string.Join(", ", tables[0].Names)}, the covariates of the first table.");
        }

        problems.ThrowIfAny();
        return new(unit, tables[0].Periods.Days / unit.Days(), tables[0].Names, tables.Select(table => table.Rows).ToArray(), continuation);
    }

    /// <summary>The columns of covariates by name.</summary>
    internal int[] Columns(IReadOnlyList<string> names) => names.Select(name => Names.TakeWhile(known => known != name).Count()).ToArray();

    /// <summary>The periods of a path.</summary>
    internal int PeriodsOf(int path) => Names.Count == 0 ? 1 : paths[path].Length / Names.Count;
}
