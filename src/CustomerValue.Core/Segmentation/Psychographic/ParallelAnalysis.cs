using CustomerValue.Numerics;
using CustomerValue.Segmentation.Clustering;
using CustomerValue.Validation;
using MathNet.Numerics.LinearAlgebra;

namespace CustomerValue.Segmentation.Psychographic;

/// <summary>
/// How many factors answers have, by comparison with answers of the same size that have nothing in common. Source: Horn (1965), Psychometrika 30; for
/// factors, as in the R package psych, the correlations' diagonal holds what one factor explains.
/// </summary>
public sealed record ParallelAnalysis
{
    private const int RowsAtOnce = 1 << 12;

    /// <summary>Eigenvalues of the correlations, the largest first.</summary>
    public required IReadOnlyList<double> Components { get; init; }

    /// <summary>Means of the same of unrelated answers.</summary>
    public required IReadOnlyList<double> ChanceComponents { get; init; }

    /// <summary>Eigenvalues of the correlations that one factor reduces, the largest first.</summary>
    public required IReadOnlyList<double> FactorValues { get; init; }

    /// <summary>Means of the same of unrelated answers.</summary>
    public required IReadOnlyList<double> ChanceFactorValues { get; init; }

    /// <summary>Principal components above chance, up to the first that is not.</summary>
    public int ComponentCount => Above(Components, ChanceComponents);

    /// <summary>Factors above chance, up to the first that is not.</summary>
    public int FactorCount => Above(FactorValues, ChanceFactorValues);

    /// <summary>Compares answers with chance.</summary>
    /// <param name="answers">A row a person who answered every item, a column an item; at least three items.</param>
    /// <param name="simulations">How many data sets of unrelated normal answers are drawn, ≥ 1.</param>
    /// <param name="seed">Seed of the draws.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="DataRejectedException">Too few people or items, or items that are constant or computed from others.</exception>
    public static ParallelAnalysis Of(NumericTable answers, int simulations = 20, int seed = 1, CancellationToken cancellationToken = default)
    {
        if (answers is null)
            throw new ArgumentNullException(nameof(answers));
        if (simulations < 1)
            throw new ArgumentOutOfRangeException(nameof(simulations), simulations, "At least one data set is drawn.");
        if (answers.Width < 3)
            throw new DataRejectedException(new DataProblem { Field = "items", Value = $"{answers.Width}", Message = "items; one factor needs three at least." });
        int p = answers.Width;
        Matrix<double> correlations = Correlations.Of(answers).Matrix;
        (double[] Components, double[] Factors)[] drawn = new (double[], double[])[simulations];
        Partitions.For(simulations, Partitions.Workers, (_, set) => drawn[set] = Values(Unrelated(answers.Rows, p, seed, set), cancellationToken), cancellationToken);
        (double[] components, double[] factors) = Values(correlations, cancellationToken);
        double[] Means(Func<(double[] Components, double[] Factors), double[]> of) => [.. Enumerable.Range(0, p).Select(j => drawn.Average(set => of(set)[j]))];
        return new ParallelAnalysis
        {
            Components = components,
            ChanceComponents = Means(set => set.Components),
            FactorValues = factors,
            ChanceFactorValues = Means(set => set.Factors),
        };
    }

    private static int Above(IReadOnlyList<double> values, IReadOnlyList<double> chance)
    {
        int count = 0;
        while (count < values.Count && values[count] > chance[count])
            count++;
        return count;
    }

    private static (double[] Components, double[] Factors) Values(Matrix<double> correlations, CancellationToken cancellationToken)
    {
        int p = correlations.RowCount;
        UniquenessObjective objective = new(correlations, 1);
        Matrix<double> inverse = correlations.Inverse();
        double[] start = [.. Enumerable.Range(0, p).Select(i => UniquenessObjective.X(Math.Max(0.01, Math.Min(0.99, (1 - (0.5 / p)) / inverse[i, i]))))];
        double[] psi = Array.ConvertAll(NewtonMaximizer.Maximize(objective, start, 50, cancellationToken).X, UniquenessObjective.Psi);
        Matrix<double> reduced = correlations.Clone();
        for (int i = 0; i < p; i++)
            reduced[i, i] = 1 - psi[i];
        return (Eigenvalues(correlations), Eigenvalues(reduced));
    }

    private static double[] Eigenvalues(Matrix<double> matrix) => [.. matrix.Evd(Symmetricity.Symmetric).EigenValues.Select(value => value.Real).OrderByDescending(value => value)];

    /// <summary>Correlations of normal answers that have nothing in common, drawn in blocks so that no table is kept.</summary>
    private static Matrix<double> Unrelated(int rows, int p, int seed, int set)
    {
        double[] sums = new double[p], row = new double[p];
        double[,] products = new double[p, p];
        RandomStream random = default;
        for (int i = 0; i < rows; i++)
        {
            if (i % RowsAtOnce == 0)
                random = new RandomStream(seed, set, i / RowsAtOnce, 0);
            for (int j = 0; j < p; j++)
            {
                row[j] = random.Normal();
                sums[j] += row[j];
                for (int l = 0; l <= j; l++)
                    products[j, l] += row[j] * row[l];
            }
        }

        double Covariance(int j, int l) => products[Math.Max(j, l), Math.Min(j, l)] - (sums[j] * sums[l] / rows);
        return Matrix<double>.Build.Dense(p, p, (j, l) => j == l ? 1 : Covariance(j, l) / Math.Sqrt(Covariance(j, j) * Covariance(l, l)));
    }
}
