using CustomerValue.Appraisal;
using CustomerValue.PotentialValue.Recommendation;
using NodaTime;

namespace CustomerValue.Tool.Commands;

/// <summary>What is asked of the customers' potential.</summary>
internal sealed record PotentialQuestion
{
    public required IReadOnlyList<RecommenderCandidate> Candidates { get; init; }

    /// <summary>Null for the last fifth of the days.</summary>
    public required LocalDate? Cut { get; init; }

    /// <summary>Null for the last purchase.</summary>
    public required LocalDate? AsOf { get; init; }

    public required int Top { get; init; }

    public required double? Kappa { get; init; }

    public required double? MarginRate { get; init; }

    public required IReadOnlyList<string> Unavailable { get; init; }

    public required AppraisalOptions Options { get; init; }
}
