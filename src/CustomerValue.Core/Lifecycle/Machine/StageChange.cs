using CustomerValue.Labels;
using CustomerValue.Lifecycle.Definition;
using NodaTime;

namespace CustomerValue.Lifecycle.Machine;

/// <summary>A stage of a customer's history: since when, by which transition, on what evidence.</summary>
public sealed record StageChange
{
    /// <summary>The stage that began.</summary>
    public required LifecycleStage Stage { get; init; }

    /// <summary>The stage that was left; null for the first.</summary>
    public required LifecycleStage? Left { get; init; }

    /// <summary>The day on which it began.</summary>
    public required LocalDate On { get; init; }

    /// <summary>The transition.</summary>
    public required LifecycleTransition Transition { get; init; }

    /// <summary>The event that set it off, by id; null for the passing of time.</summary>
    public required string? EventId { get; init; }

    /// <summary>What was known on the day, with the event's effect.</summary>
    public required LifecycleEvidence Evidence { get; init; }

    /// <summary>What was known on the day without the event: how long a customer had been silent who came back.</summary>
    public required LifecycleEvidence Before { get; init; }

    /// <summary>The model by which A was judged; null where there is none.</summary>
    public required string? ModelVersion { get; init; }

    /// <summary>Why, in a sentence.</summary>
    public required LocalizedText Reason { get; init; }
}
