using CustomerValue.Labels;
using NodaTime;

namespace CustomerValue.Appraisal;

/// <summary>Where a customer stands in the lifecycle.</summary>
public sealed record StageCard
{
    /// <summary>The stage's key, such as <c>cooling</c>.</summary>
    public required string Key { get; init; }

    /// <summary>What people call it.</summary>
    public required LocalizedText Label { get; init; }

    /// <summary>Since when.</summary>
    public required LocalDate Since { get; init; }

    /// <summary>The group of stages that managers speak of, such as retention; null for stages that stand outside.</summary>
    public LocalizedText? Phase { get; init; }

    /// <summary>Why the stage began: the transition and its evidence.</summary>
    public required LocalizedText Reason { get; init; }
}
