using CustomerValue.Labels;
using CustomerValue.PotentialValue.Recommendation;
using NodaTime;

namespace CustomerValue.Json;

/// <summary>Why an appraisal took its model of recommendations.</summary>
public sealed record StoredRecommender
{
    /// <summary>The model chosen.</summary>
    public required string Model { get; init; }

    /// <summary>Why.</summary>
    public required LocalizedText Reason { get; init; }

    /// <summary>Purchases before this day were learnt from; those from it on were to be foreseen.</summary>
    public required LocalDate Cut { get; init; }

    /// <summary>Customers tested, ≥ 0.</summary>
    public required int Customers { get; init; }

    /// <summary>The numbers of recommendations looked at.</summary>
    public required IReadOnlyList<int> At { get; init; }

    /// <summary>The models compared.</summary>
    public required IReadOnlyList<StoredRecommenderTrial> Compared { get; init; }

    /// <summary>The choice of a validation.</summary>
    public static StoredRecommender Of(RecommenderValidation validation)
    {
        if (validation is null)
            throw new ArgumentNullException(nameof(validation));
        return new()
        {
            Model = validation.Chosen,
            Reason = validation.Reason,
            Cut = validation.Cut,
            Customers = validation.Customers,
            At = validation.At,
            Compared = [.. validation.Scores.Select(score => new StoredRecommenderTrial
            {
                Model = score.Name,
                Recall = score.Refusal is null ? score.Recall : [],
                Ndcg = score.Refusal is null ? score.Ndcg : [],
                Refusal = score.Refusal,
            })],
        };
    }
}

/// <summary>How a recommender that was compared foresaw what customers bought.</summary>
public sealed record StoredRecommenderTrial
{
    /// <summary>The model.</summary>
    public required string Model { get; init; }

    /// <summary>Recall at each of <see cref="StoredRecommender.At"/>, in [0, 1]; empty where the model could not be fitted.</summary>
    public required IReadOnlyList<double> Recall { get; init; }

    /// <summary>Normalised discounted cumulative gain at each, in [0, 1]; empty where the model could not be fitted.</summary>
    public required IReadOnlyList<double> Ndcg { get; init; }

    /// <summary>Why the model could not be fitted; null where it was.</summary>
    public string? Refusal { get; init; }
}
