using CustomerValue.Segmentation.Clustering;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Psychographic;

/// <summary>How well items agree that are meant to measure one thing. Source: Cronbach (1951), Psychometrika 16, "Coefficient alpha".</summary>
public sealed record Reliability
{
    /// <summary>α = k/(k − 1) (1 − Σ variances/variance of the sum), of the answers as they are; may be negative.</summary>
    public required double Alpha { get; init; }

    /// <summary>The same of standardised answers: k r̄/(1 + (k − 1) r̄), with r̄ the mean correlation.</summary>
    public required double StandardizedAlpha { get; init; }

    /// <summary>Measures a scale.</summary>
    /// <param name="answers">A row a person who answered every item, a column an item; at least two.</param>
    /// <param name="reversed">Which items ask the opposite; null for none.</param>
    /// <exception cref="DataRejectedException">Fewer than two items, too few people, items that are constant or computed from others, or as many signs are not given as there are items.</exception>
    public static Reliability Of(NumericTable answers, IReadOnlyList<bool>? reversed = null)
    {
        if (answers is null)
            throw new ArgumentNullException(nameof(answers));
        int k = answers.Width;
        if (k < 2 || (reversed is not null && reversed.Count != k))
            throw new DataRejectedException(new DataProblem { Field = "items", Value = $"{k}", Message = "items; agreement needs at least two, and a sign for each where signs are given." });
        Correlations correlations = Correlations.Of(answers);
        double variances = 0, covariances = 0, sum = 0;
        for (int i = 0; i < k; i++)
        {
            variances += correlations.Deviations[i] * correlations.Deviations[i];
            for (int j = 0; j < i; j++)
            {
                double correlation = correlations.Matrix[i, j] * (reversed is not null && reversed[i] != reversed[j] ? -1 : 1);
                covariances += 2 * correlation * correlations.Deviations[i] * correlations.Deviations[j];
                sum += correlation;
            }
        }

        double mean = sum / (k * (k - 1) / 2.0);
        return new Reliability
        {
            Alpha = k / (k - 1.0) * covariances / (variances + covariances),
            StandardizedAlpha = k * mean / (1 + ((k - 1) * mean)),
        };
    }
}
