using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.PotentialValue.Recommendation;

/// <summary>What is compared in a temporal validation.</summary>
public sealed record ValidationOptions
{
    /// <summary>The candidates, the simplest first: it is taken where the best is not clearly ahead. Default: <see cref="RecommenderCandidate.Defaults"/>.</summary>
    public IReadOnlyList<IRecommenderEstimator> Candidates { get; init; } = RecommenderCandidate.Defaults;

    /// <summary>Numbers of recommendations, rising, each ≥ 1. Default: 1, 3 and 5. The last one decides.</summary>
    public IReadOnlyList<int> At { get; init; } = [1, 3, 5];

    /// <summary>Every problem of the options; empty where there is none.</summary>
    public IReadOnlyList<DataProblem> Validate()
    {
        List<DataProblem> problems = [];
        if (Candidates is null || Candidates.Count == 0)
            problems.Add(new DataProblem { Field = nameof(Candidates), Message = "are missing; give at least one, or leave the default." });
        else if (Candidates.Any(candidate => candidate is null) || Candidates.Select(candidate => candidate.Name).Distinct(StringComparer.Ordinal).Count() < Candidates.Count)
            problems.Add(new DataProblem { Field = nameof(Candidates), Message = "have no name of their own each; give every candidate a different name." });
        if (At is null || At.Count == 0 || At[0] < 1 || At.Zip(At.Skip(1), (left, right) => left >= right).Any(wrong => wrong))
            problems.Add(new DataProblem { Field = nameof(At), Value = At is null ? null : string.Join(", ", At.Select(k => k.ToString(CultureInfo.InvariantCulture))), Message = "are not rising numbers ≥ 1; 1, 3, 5 are usual." });
        return problems;
    }
}
