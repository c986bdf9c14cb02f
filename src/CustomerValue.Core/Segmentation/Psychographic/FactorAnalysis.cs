using CustomerValue.Numerics;
using CustomerValue.Segmentation.Clustering;
using CustomerValue.Validation;
using MathNet.Numerics.LinearAlgebra;

namespace CustomerValue.Segmentation.Psychographic;

/// <summary>Factor analysis by maximum likelihood. Source: Lawley &amp; Maxwell (1971), "Factor Analysis as a Statistical Method", ch. 4; the same model as R's factanal.</summary>
public static class FactorAnalysis
{
    private const int MostIterations = 500;

    /// <summary>Fits a number of factors.</summary>
    /// <param name="answers">A row a person who answered every item, a column an item.</param>
    /// <param name="factors">How many, ≥ 1, and so few that degrees of freedom are left: (p − k)² ≥ p + k.</param>
    /// <param name="rotation">How the factors are turned.</param>
    /// <param name="cancellationToken">Stops the fit.</param>
    /// <exception cref="DataRejectedException">Too many factors, too few people, items that are constant or computed from others; names each.</exception>
    public static FactorFit Fit(NumericTable answers, int factors, FactorRotation rotation = FactorRotation.Varimax, CancellationToken cancellationToken = default)
    {
        if (answers is null)
            throw new ArgumentNullException(nameof(answers));
        int p = answers.Width;
        if (factors < 1 || factors > Most(p))
            throw new DataRejectedException(new DataProblem { Field = "factors", Value = $"{factors}", Message = $"is not in [1, {Most(p)}], which is what {p} items can tell apart; three items at least are needed for one." });
        Correlations correlations = Correlations.Of(answers);
        Matrix<double> inverse = correlations.Matrix.Inverse();
        UniquenessObjective objective = new(correlations.Matrix, factors);
        double[] start = [.. Enumerable.Range(0, p).Select(i => UniquenessObjective.X(Math.Max(0.01, Math.Min(0.99, (1 - (0.5 * factors / p)) / inverse[i, i]))))];
        Maximum best = NewtonMaximizer.Maximize(objective, start, MostIterations, cancellationToken);
        double[] psi = Array.ConvertAll(best.X, UniquenessObjective.Psi);
        (Matrix<double> loadings, Matrix<double> turned) = Rotation.Turn(Loadings(correlations.Matrix, psi, factors), rotation);
        (loadings, turned) = Ordered(loadings, turned);

        int freedom = (((p - factors) * (p - factors)) - p - factors) / 2;
        double chiSquare = Math.Max(0, (answers.Rows - 1 - (((2 * p) + 5) / 6.0) - (2 * factors / 3.0)) * -best.Value);
        return new FactorFit
        {
            Model = new FactorModel
            {
                Items = answers.Names,
                Means = correlations.Means,
                Deviations = correlations.Deviations,
                Loadings = Rows(loadings),
                Uniquenesses = psi,
                Correlations = Rows(turned),
            },
            Rows = answers.Rows,
            Discrepancy = Math.Max(0, -best.Value),
            ChiSquare = chiSquare,
            DegreesOfFreedom = freedom,
            PValue = freedom == 0 ? 1 : MathNet.Numerics.SpecialFunctions.GammaUpperRegularized(freedom / 2.0, chiSquare / 2),
            Iterations = best.Iterations,
            Converged = best.GradientNorm < 1e-6,
            HeywoodCases = [.. answers.Names.Where((_, item) => psi[item] < UniquenessObjective.Least * 1.01)],
        };
    }

    /// <summary>The most factors that so many items can tell apart.</summary>
    internal static int Most(int items)
    {
        int factors = 0;
        while ((items - factors - 1) * (items - factors - 1) >= items + factors + 1 && factors + 1 < items)
            factors++;
        return factors;
    }

    private static Matrix<double> Loadings(Matrix<double> correlations, double[] psi, int factors)
    {
        (double[] theta, Matrix<double> omega) = UniquenessObjective.Decompose(correlations, psi);
        return Matrix<double>.Build.Dense(psi.Length, factors, (i, j) => Math.Sqrt(psi[i]) * omega[i, j] * Math.Sqrt(Math.Max(0, theta[j] - 1)));
    }

    /// <summary>Factors by falling sum of squares, each pointing where most of its items do.</summary>
    private static (Matrix<double> Loadings, Matrix<double> Correlations) Ordered(Matrix<double> loadings, Matrix<double> correlations)
    {
        int[] order = [.. Enumerable.Range(0, loadings.ColumnCount).OrderByDescending(j => loadings.Column(j).DotProduct(loadings.Column(j)))];
        double[] signs = [.. order.Select(j => loadings.Column(j).Sum() < 0 ? -1.0 : 1)];
        return (
            Matrix<double>.Build.Dense(loadings.RowCount, order.Length, (i, j) => signs[j] * loadings[i, order[j]]),
            Matrix<double>.Build.Dense(order.Length, order.Length, (i, j) => signs[i] * signs[j] * correlations[order[i], order[j]]));
    }

    private static IReadOnlyList<IReadOnlyList<double>> Rows(Matrix<double> matrix) => [.. matrix.EnumerateRows().Select(row => (IReadOnlyList<double>)row.ToArray())];
}
