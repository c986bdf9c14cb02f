using System.Globalization;
#if NET
using System.Runtime.CompilerServices;
#endif
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Clustering.KMeans;

/// <summary>
/// Fits k-means: centres with the least sum of squared distances of the rows to the nearest one, as far as several starts find it. The same
/// answer for any number of threads; the order of rows changes no start, and sums only by their rounding. Copies no column.
/// </summary>
public static class KMeansEstimator
{
    /// <summary>Fits centres.</summary>
    /// <param name="table">The rows; columns on scales that can be compared.</param>
    /// <param name="options">How many clusters and where to start; null for five clusters from ten starts.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The best start's centres. From given starts the clusters stand in their order.</returns>
    /// <exception cref="DataRejectedException">Options are invalid or do not fit the table, or there are fewer distinct rows than clusters; lists every problem.</exception>
    public static KMeansModel Fit(NumericTable table, KMeansOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (table is null)
            throw new ArgumentNullException(nameof(table));
        options ??= new KMeansOptions();
        List<DataProblem> problems = [.. options.Validate(), .. Misfits(table, options)];
        if (problems.Count > 0)
            throw new DataRejectedException(problems);

        (double[] means, double total) = Spread(table);
        if (double.IsInfinity(total) || double.IsNaN(total))
            throw new DataRejectedException(new DataProblem { Field = "columns", Message = "hold values so large that their squares are no numbers; scale them." });
        LloydRun best = Best(table, means, options, cancellationToken);
        double[] centres = [.. best.Centres.Select((value, i) => value + means[i % table.Width])];

        // The model knows the centres as they are, so the last count is taken with them: it is what the model itself will assign.
        RowPass last = new(table, new double[table.Width], options.K);
        last.Run(centres, new int[table.Rows], afresh: true, cancellationToken);
        return new KMeansModel(centres, table.Width, last.Counts) { Inertia = last.Inertia, TotalSquares = total, Iterations = best.Iterations, Converged = best.Converged };
    }

    private static LloydRun Best(NumericTable table, double[] means, KMeansOptions options, CancellationToken cancellationToken)
    {
        DistinctRows? rows = null;
        if (options.InitialRows is null && options.InitialCentres is null)
        {
            rows = DistinctRows.Of(table, means, options.K);
            if (rows.Rows.Count < options.K)
                throw new DataRejectedException(RowContents.TooFew(options.K, rows.Rows.Count));
        }

        Lloyd lloyd = new(table, means, options.K);
        LloydRun? best = null;
        int starts = rows is null ? 1 : options.Starts;
        for (int start = 0; start < starts; start++)
        {
            double[] first = rows is null ? Given(table, means, options) : PlusPlus.Centres(rows, options.K, options.Seed, start, cancellationToken);
            LloydRun run = lloyd.Run(first, options.MaxIterations, cancellationToken);
            if (best is null || run.Inertia < best.Inertia)
                best = run;
            options.Progress?.Report((start + 1.0) / starts);
        }

        return best!;
    }

    private static double[] Given(NumericTable table, double[] means, KMeansOptions options)
    {
        double[] centres = new double[options.K * table.Width];
        for (int i = 0; i < centres.Length; i++)
        {
            (int centre, int column) = (i / table.Width, i % table.Width);
            centres[i] = (options.InitialRows is { } rows ? table[column][rows[centre]] : options.InitialCentres![centre][column]) - means[column];
        }

        return centres;
    }

    private static IEnumerable<DataProblem> Misfits(NumericTable table, KMeansOptions options)
    {
        if (table.Rows == 0)
            yield return new DataProblem { Field = "rows", Value = "0", Message = "rows; there is nothing to make clusters of." };
        foreach (int row in (options.InitialRows ?? []).Where(row => row >= table.Rows))
            yield return new DataProblem { Field = nameof(KMeansOptions.InitialRows), Value = row.ToString(CultureInfo.InvariantCulture), Message = $"is no row; there are {table.Rows}, the first being 0." };
        foreach (IReadOnlyList<double> centre in (options.InitialCentres ?? []).Where(centre => centre?.Count != table.Width))
            yield return new DataProblem { Field = nameof(KMeansOptions.InitialCentres), Value = $"{centre?.Count}", Message = $"numbers in a centre, but the table has {table.Width} columns; give one a column." };
    }

    /// <summary>The columns' means, and the sum of squares about them.</summary>
    internal static (double[] Means, double Squares) Spread(NumericTable table)
    {
        double[] means = new double[table.Width];
        double squares = 0;
        for (int column = 0; column < means.Length; column++)
        {
            double mean = Sums(table[column], 0).Sum / table.Rows;
            (double rest, double square) = Sums(table[column], mean);
            means[column] = mean + (rest / table.Rows);
            squares += square;
        }

        return (means, squares);
    }

    /// <summary>Sums of the values less a number, and of their squares, in four lanes so that no addition waits for the one before.</summary>
#if NET
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
#endif
    private static (double Sum, double Squares) Sums(ReadOnlySpan<double> values, double less)
    {
        (double sum0, double sum1, double sum2, double sum3) = (0, 0, 0, 0);
        (double square0, double square1, double square2, double square3) = (0, 0, 0, 0);
        int row = 0;
        for (; row + 4 <= values.Length; row += 4)
        {
            ReadOnlySpan<double> four = values.Slice(row, 4);
            (double a, double b, double c, double d) = (four[0] - less, four[1] - less, four[2] - less, four[3] - less);
            (sum0, sum1, sum2, sum3) = (sum0 + a, sum1 + b, sum2 + c, sum3 + d);
            (square0, square1, square2, square3) = (square0 + (a * a), square1 + (b * b), square2 + (c * c), square3 + (d * d));
        }

        for (; row < values.Length; row++)
            (sum0, square0) = (sum0 + values[row] - less, square0 + ((values[row] - less) * (values[row] - less)));
        return (sum0 + sum1 + (sum2 + sum3), square0 + square1 + (square2 + square3));
    }
}
