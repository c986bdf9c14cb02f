using System.Collections.Concurrent;
using MathNet.Numerics.LinearAlgebra;

namespace CustomerValue.Segmentation.Psychographic;

/// <summary>
/// The expected factors given the answers that are there: ΦΛ′(ΛΦΛ′ + Ψ)⁻¹ z over the items answered, so that who skips items is drawn to the average, as is right.
/// Source: Thomson's regression scores; Lawley &amp; Maxwell (1971), §8.3.
/// </summary>
internal sealed class FactorScores
{
    /// <summary>So many patterns of missing answers are kept; more are computed anew.</summary>
    private const int MostKept = 1 << 12;

    private readonly FactorModel model;
    private readonly Matrix<double> loadings;
    private readonly Matrix<double> correlations;
    private readonly ConcurrentDictionary<string, Matrix<double>> weights = new(StringComparer.Ordinal);

    public FactorScores(FactorModel model)
    {
        this.model = model;
        loadings = Matrix<double>.Build.DenseOfRows(model.Loadings);
        correlations = Matrix<double>.Build.DenseOfRows(model.Correlations);
    }

    /// <summary>Standard deviations of the scores of those who answered every item.</summary>
    public double[] Deviations()
    {
        int[] all = [.. Enumerable.Range(0, model.Items.Count)];
        return [.. (Weights(all) * loadings * correlations).Diagonal().Select(variance => Math.Sqrt(Math.Max(0, variance)))];
    }

    /// <summary>The scores, in standard deviations of the factors.</summary>
    /// <param name="answers">One an item, NaN where missing; at least one is there.</param>
    public double[] Of(double[] answers)
    {
        int[] known = [.. Enumerable.Range(0, answers.Length).Where(item => !double.IsNaN(answers[item]))];
        string pattern = string.Concat(answers.Select(answer => double.IsNaN(answer) ? '0' : '1'));
        if (!weights.TryGetValue(pattern, out Matrix<double>? of))
        {
            of = Weights(known);
            if (weights.Count < MostKept)
                weights.TryAdd(pattern, of);
        }

        double[] scores = new double[model.Factors];
        for (int factor = 0; factor < scores.Length; factor++)
        {
            for (int i = 0; i < known.Length; i++)
                scores[factor] += of[factor, i] * (answers[known[i]] - model.Means[known[i]]) / model.Deviations[known[i]];
        }

        return scores;
    }

    private Matrix<double> Weights(int[] known)
    {
        Matrix<double> some = Matrix<double>.Build.Dense(known.Length, model.Factors, (i, j) => loadings[known[i], j]);
        Matrix<double> covariance = some * correlations * some.Transpose();
        for (int i = 0; i < known.Length; i++)
            covariance[i, i] += model.Uniquenesses[known[i]];
        return covariance.Cholesky().Solve(some * correlations).Transpose();
    }
}
