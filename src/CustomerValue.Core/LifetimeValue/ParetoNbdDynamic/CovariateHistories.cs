using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.LifetimeValue.ParetoNbdDynamic;

/// <summary>
/// Summaries of many customers laid over paths of covariates, one row a customer: the input of <see cref="ParetoNbdDynamicEstimator"/>.
/// The likelihood needs no times of purchase beyond the summary but the sums of the covariates over them. Immutable; validated as a whole when made.
/// </summary>
public sealed class CovariateHistories
{
    private readonly double[] start;
    private readonly double[] sums;
    private readonly int[]? path;

    /// <summary>Makes histories over the given arrays, which are taken, not copied, and must not be changed afterwards.</summary>
    /// <param name="columns">Frequency, recency and age, in the unit of the paths.</param>
    /// <param name="paths">The covariates over time. They reach at least to the end of every customer's observation.</param>
    /// <param name="start">When every customer bought first, on the paths' axis, finite and ≥ 0.</param>
    /// <param name="sums">For every customer, row by row, the sum of each covariate over the repeat purchases; 0 where there is none.</param>
    /// <param name="path">The number of every customer's path; null where all follow the first one.</param>
    /// <exception cref="DataRejectedException">Lengths differ, values are out of range, or a path ends before a customer's observation does; names every row.</exception>
    public CovariateHistories(SummaryColumns columns, CovariatePaths paths, double[] start, double[] sums, int[]? path = null)
    {
        Columns = columns ?? throw new ArgumentNullException(nameof(columns));
        Paths = paths ?? throw new ArgumentNullException(nameof(paths));
        this.start = start ?? throw new ArgumentNullException(nameof(start));
        this.sums = sums ?? throw new ArgumentNullException(nameof(sums));
        this.path = path;
        Validate();
    }

    /// <summary>Frequency, recency and age.</summary>
    public SummaryColumns Columns { get; }

    /// <summary>The covariates over time.</summary>
    public CovariatePaths Paths { get; }

    /// <summary>How many customers.</summary>
    public int Count => start.Length;

    /// <summary>When every customer bought first, on the paths' axis.</summary>
    public ReadOnlySpan<double> Start => start;

    /// <summary>The history of customer <paramref name="row"/>.</summary>
    public CovariateHistory this[int row] => new(Columns[row], start[row], PathOf(row), Sums(row).ToArray());

    /// <summary>The number of a customer's path.</summary>
    public int PathOf(int row) => path is null ? 0 : path[row];

    /// <summary>Sum of each covariate over a customer's repeat purchases.</summary>
    public ReadOnlySpan<double> Sums(int row) => sums.AsSpan(row * Paths.Names.Count, Paths.Names.Count);

    /// <summary>Histories from the times of all repeat purchases.</summary>
    /// <param name="paths">The covariates over time.</param>
    /// <param name="start">When every customer bought first, on the paths' axis.</param>
    /// <param name="age">How long every customer was observed.</param>
    /// <param name="times">The times of every customer's repeat purchases from the first one on, in (0, age], in order.</param>
    /// <param name="path">The number of every customer's path; null where all follow the first one.</param>
    /// <exception cref="DataRejectedException">As the constructor, and times that are not in order or not in (0, age].</exception>
    public static CovariateHistories FromTimes(CovariatePaths paths, IReadOnlyList<double> start, IReadOnlyList<double> age, IReadOnlyList<IReadOnlyList<double>> times, IReadOnlyList<int>? path = null)
    {
        if (paths is null || start is null || age is null || times is null)
            throw new ArgumentNullException(paths is null ? nameof(paths) : start is null ? nameof(start) : age is null ? nameof(age) : nameof(times));
        ProblemList problems = new();
        if (age.Count != times.Count || start.Count != times.Count || (path is not null && path.Count != times.Count))
            problems.Add(null, nameof(times), times.Count.ToString(CultureInfo.InvariantCulture), $"rows, but {start.Count} starts, {age.Count} ages{(path is null ? "" : $" and {path.Count} paths")}; every customer needs one of each.");
        problems.ThrowIfAny();
        for (int row = 0; row < times.Count; row++)
        {
            for (int i = 0; i < times[row].Count; i++)
            {
                if (!(times[row][i] > (i == 0 ? 0 : times[row][i - 1])) || !(times[row][i] <= age[row]))
                    problems.Add(row, nameof(times), times[row][i].ToString(CultureInfo.InvariantCulture), $"is not in (0, age {age[row].ToString(CultureInfo.InvariantCulture)}], or not after the time before it.");
            }
        }

        problems.ThrowIfAny();
        SummaryColumns columns = new(paths.Unit, times.Select(own => own.Count).ToArray(), times.Select(own => own.Count == 0 ? 0 : own[own.Count - 1]).ToArray(), [.. age]);
        double[] sums = new double[times.Count * paths.Names.Count];
        for (int row = 0; row < times.Count; row++)
            CovariateSums.Over(paths, path is null ? 0 : path[row], start[row], times[row], sums.AsSpan(row * paths.Names.Count, paths.Names.Count));
        return new(columns, paths, [.. start], sums, path?.ToArray());
    }

    private void Validate()
    {
        ProblemList problems = new();
        if (Columns.Unit != Paths.Unit)
            problems.Add(null, "unit", Columns.Unit.ToString(), $"is the unit of the columns, but the paths are in {Paths.Unit}s; take one unit for both.");
        Length("start", start.Length, Columns.Count);
        Length("path", path?.Length ?? Columns.Count, Columns.Count);
        Length("sums", sums.Length, Columns.Count * Paths.Names.Count);
        problems.ThrowIfAny();
        for (int row = 0; row < Count; row++)
        {
            if (PathOf(row) < 0 || PathOf(row) >= Paths.Count)
            {
                problems.Add(row, "path", PathOf(row).ToString(CultureInfo.InvariantCulture), $"is not in [0, {Paths.Count - 1}], the numbers of the paths.");
                continue;
            }

            double end = Paths.End(PathOf(row));
            if (!(start[row] >= 0) || double.IsInfinity(start[row]))
                problems.Add(row, "start", start[row].ToString(CultureInfo.InvariantCulture), "is not a finite time ≥ 0 from the beginning of the first period; let the path begin earlier.");
            else if (start[row] + Columns.Age[row] > end * (1 + 1e-9))
                problems.Add(row, "start", start[row].ToString(CultureInfo.InvariantCulture), $"and age {Columns.Age[row].ToString(CultureInfo.InvariantCulture)} lead beyond {end.ToString(CultureInfo.InvariantCulture)}, where the path ends; covariates must cover the whole observation.");
            foreach (double sum in Sums(row))
            {
                if (double.IsNaN(sum) || double.IsInfinity(sum) || (Columns.Frequency[row] == 0 && sum != 0))
                    problems.Add(row, "sums", sum.ToString(CultureInfo.InvariantCulture), "is not finite, or not 0 though there is no repeat purchase to sum over.");
            }
        }

        problems.ThrowIfAny();

        void Length(string field, int length, int expected)
        {
            if (length != expected)
                problems.Add(null, field, length.ToString(CultureInfo.InvariantCulture), $"values for {Columns.Count} customers and {Paths.Names.Count} covariates; {expected} are needed.");
        }
    }
}
