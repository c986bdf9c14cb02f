using CustomerValue.Numerics;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Clustering.KPrototypes;

/// <summary>
/// K-prototypes on columns of numbers and categories, k-modes where there are categories alone. Rows move one at a time, so the result depends
/// on their order; the same table gives the same result on any number of threads. Source: Huang (1998), "Extensions to the k-means algorithm
/// for clustering large data sets with categorical values", Data Mining and Knowledge Discovery 2.
/// </summary>
public static class KPrototypesEstimator
{
    private const long MostCounts = 1L << 28;

    /// <summary>Finds prototypes. Where nothing is given to start from, the first start of a table of categories alone is Cao's, all others are drawn by content.</summary>
    /// <param name="table">The rows.</param>
    /// <param name="options">How many clusters, and how.</param>
    /// <param name="cancellationToken">Looked at before each pass.</param>
    /// <exception cref="DataRejectedException">The options are invalid, a start is no row, or there are fewer distinct rows than clusters.</exception>
    public static KPrototypesModel Fit(MixedTable table, KPrototypesOptions options, CancellationToken cancellationToken = default)
    {
        if (table is null)
            throw new ArgumentNullException(nameof(table));
        if ((options ?? throw new ArgumentNullException(nameof(options))).Validate() is { Count: > 0 } problems)
            throw new DataRejectedException(problems);
        PrototypeRows rows = new(table, options.Gamma);
        ContentRows contents = new(Columns(table));
        Check(options, rows, contents.Firsts.Length);
        int count = options.InitialRows is null ? options.Starts : 1;
        PrototypeSearch?[] searches = new PrototypeSearch?[count];
        Partitions.For(count, Partitions.Workers, (_, start) =>
        {
            int[] from = options.InitialRows is { } given ? [.. given]
                : start == 0 && table.NumberColumns == 0 ? PrototypeStarts.Dense(rows, options.K)
                : PrototypeStarts.Drawn(rows, contents, options.K, options.Seed, start);
            PrototypeSearch search = new(rows, from);
            search.Run(options.MaxIterations, cancellationToken);
            searches[start] = search;
        }, cancellationToken);
        PrototypeSearch best = searches[0]!;
        foreach (PrototypeSearch? search in searches)
            best = search!.Cost < best.Cost ? search : best;
        return best.Model();
    }

    private static void Check(KPrototypesOptions options, PrototypeRows rows, int distinct)
    {
        ProblemList problems = new();
        foreach (int row in (options.InitialRows ?? []).Where(row => row >= rows.Rows))
            problems.Add(null, nameof(options.InitialRows), $"{row}", $"is no row; there are {rows.Rows}, the first being 0.");
        if (options.K > distinct)
            problems.Add(null, "k", $"{options.K}", $"clusters, but there are only {distinct} distinct rows; ask for no more clusters than that.");
        else if ((long)options.K * rows.Cells > MostCounts)
            problems.Add(null, "k", $"{options.K}", $"clusters of {rows.Cells} categories; that is more than {MostCounts} counts. Join rare categories, or leave out columns that look like ids.");
        problems.ThrowIfAny();
    }

    private static List<double[]> Columns(MixedTable table)
    {
        List<double[]> columns = [];
        for (int column = 0; column < table.NumberColumns; column++)
            columns.Add(table.Numbers(column).ToArray());
        for (int column = 0; column < table.CategoryColumns; column++)
            columns.Add(Array.ConvertAll(table.Categories(column).ToArray(), code => (double)code));
        return columns;
    }
}
