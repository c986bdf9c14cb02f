using CustomerValue.Segmentation.Clustering;
using CustomerValue.Validation;
using MathNet.Numerics.LinearAlgebra;

namespace CustomerValue.Segmentation.Psychographic;

/// <summary>Whether answers have anything in common that factors could explain.</summary>
public sealed record SamplingAdequacy
{
    /// <summary>Kaiser, Meyer and Olkin's measure, in [0, 1]: correlations against partial ones. Below 0.5 factors make no sense, from 0.8 they do. Source: Kaiser (1974), Psychometrika 39.</summary>
    public required double Overall { get; init; }

    /// <summary>The same of every item.</summary>
    public required IReadOnlyList<double> ByItem { get; init; }

    /// <summary>Bartlett's χ² of the test that the items are unrelated: −(n − 1 − (2p + 5)/6) ln|R|. Source: Bartlett (1951), Biometrika 38.</summary>
    public required double ChiSquare { get; init; }

    /// <summary>Its degrees of freedom, p(p − 1)/2.</summary>
    public required int DegreesOfFreedom { get; init; }

    /// <summary>How probable a larger χ² would be if the items were unrelated.</summary>
    public required double PValue { get; init; }

    /// <summary>Measures answers.</summary>
    /// <param name="answers">A row a person who answered every item, a column an item.</param>
    /// <exception cref="DataRejectedException">Too few people, or items that are constant or computed from others; names each.</exception>
    public static SamplingAdequacy Of(NumericTable answers)
    {
        if (answers is null)
            throw new ArgumentNullException(nameof(answers));
        int p = answers.Width;
        Matrix<double> correlations = Correlations.Of(answers).Matrix;
        Matrix<double> inverse = correlations.Inverse();
        double[] common = new double[p], partial = new double[p];
        for (int i = 0; i < p; i++)
        {
            for (int j = 0; j < p; j++)
            {
                double alone = inverse[i, j] * inverse[i, j] / (inverse[i, i] * inverse[j, j]);
                (common[i], partial[i]) = i == j ? (common[i], partial[i]) : (common[i] + (correlations[i, j] * correlations[i, j]), partial[i] + alone);
            }
        }

        int freedom = p * (p - 1) / 2;
        // The sum of the logs of Cholesky's diagonal: a determinant of many items underflows.
        double chiSquare = Math.Max(0, -(answers.Rows - 1 - (((2 * p) + 5) / 6.0)) * correlations.Cholesky().DeterminantLn);
        return new SamplingAdequacy
        {
            Overall = Part(common.Sum(), partial.Sum()),
            ByItem = [.. common.Zip(partial, Part)],
            ChiSquare = chiSquare,
            DegreesOfFreedom = freedom,
            PValue = freedom == 0 ? 1 : MathNet.Numerics.SpecialFunctions.GammaUpperRegularized(freedom / 2.0, chiSquare / 2),
        };
    }

    private static double Part(double common, double partial) => common + partial > 0 ? common / (common + partial) : 0;
}
