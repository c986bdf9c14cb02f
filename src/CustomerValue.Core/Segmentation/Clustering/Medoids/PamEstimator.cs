using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Clustering.Medoids;

/// <summary>
/// Partitioning around medoids: rows from which the others are near, first built up one by one, then swapped for others while that helps. Each step takes the best there is, the first of
/// equally good ones. Source: Kaufman &amp; Rousseeuw (1990), "Finding Groups in Data", chapter 2; all swaps of a row are weighed at once as in
/// Schubert &amp; Rousseeuw (2021), "Fast and eager k-medoids clustering", Information Systems 101, which chooses the same swaps.
/// </summary>
public static class PamEstimator
{
    /// <summary>Finds medoids.</summary>
    /// <param name="dissimilarities">Row by row, symmetric, finite and ≥ 0, with 0 in the diagonal.</param>
    /// <param name="k">The number of medoids. Range: 1 to the number of rows.</param>
    /// <param name="weights">How often each row stands for, finite and &gt; 0; null for once each.</param>
    /// <param name="initial">Rows to swap from; null to build up.</param>
    /// <param name="cancellationToken">Looked at before each step.</param>
    /// <exception cref="DataRejectedException">k is out of range, or rows, weights or initial medoids don't fit.</exception>
    public static PamModel Fit(IReadOnlyList<double[]> dissimilarities, int k, IReadOnlyList<double>? weights = null, IReadOnlyList<int>? initial = null, CancellationToken cancellationToken = default)
    {
        double[][] matrix = [.. dissimilarities ?? throw new ArgumentNullException(nameof(dissimilarities))];
        double[] heavy = [.. weights ?? [.. matrix.Select(_ => 1.0)]];
        Check(matrix, k, heavy, initial);
        PamSearch search = new(matrix, heavy);
        if (initial is null)
        {
            for (int i = 0; i < k; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                search.Build();
            }
        }
        else
        {
            foreach (int row in initial)
                search.Add(row);
        }

        double total = heavy.Sum(), built = search.Cost() / total;
        int swaps = 0;
        while (search.Swap(cancellationToken))
            swaps++;
        return new PamModel(search.Medoids, search.Labels()) { BuildObjective = built, Objective = search.Cost() / total, Swaps = swaps };
    }

    private static void Check(double[][] matrix, int k, double[] weights, IReadOnlyList<int>? initial)
    {
        ProblemList problems = new();
        if (k < 1 || k > matrix.Length)
            problems.Add(null, "k", $"{k}", $"clusters, but there are {matrix.Length} distinct rows; give 1 to that many.");
        if (weights.Length != matrix.Length || !Array.TrueForAll(weights, weight => weight > 0 && weight <= double.MaxValue))
            problems.Add(null, "weights", $"{weights.Length}", $"weights for {matrix.Length} rows; give one a row, finite and > 0.");
        if (initial is not null && (initial.Count != k || initial.Distinct().Count() < k || initial.Any(row => row < 0 || row >= matrix.Length)))
            problems.Add(null, "initial", $"{initial.Count}", $"starts for {k} clusters; give one a cluster, different rows.");
        for (int row = 0; row < matrix.Length; row++)
        {
            if (matrix[row]?.Length != matrix.Length || !Array.TrueForAll(matrix[row], apart => apart >= 0 && apart <= double.MaxValue) || matrix[row][row] != 0)
                problems.Add(row, "dissimilarities", $"{matrix[row]?.Length}", $"dissimilarities; give {matrix.Length}, finite and ≥ 0, with 0 in the diagonal.");
        }

        problems.ThrowIfAny();
    }
}
