using CustomerValue.Labels;
using NodaTime;

namespace CustomerValue.Lifecycle.Stores;

/// <summary>What a run says of a customer: a stage that began, or that nothing began any more. From its first day on a run replaces what was said of the customer before.</summary>
public sealed record StoredStage
{
    /// <summary>The customer's number.</summary>
    public required long Customer { get; init; }

    /// <summary>The run that says so: when it was recorded, by whom, by which definition.</summary>
    public required StoredRun Run { get; init; }

    /// <summary>Its place in what the run says of the customer, from 0.</summary>
    public required int Line { get; init; }

    /// <summary>The day on which the stage began.</summary>
    public required LocalDate On { get; init; }

    /// <summary>The key of the stage that began. Where nothing did any more: of the stage that went on; null for none.</summary>
    public required string? Stage { get; init; }

    /// <summary>The key of the stage that was left; null for none.</summary>
    public required string? Left { get; init; }

    /// <summary>The id of the transition; null where it is said that what began from this day on before did not begin, as after a refund.</summary>
    public required string? Transition { get; init; }

    /// <summary>The event that set it off, by id; null for the passing of time.</summary>
    public required string? EventId { get; init; }

    /// <summary>The model by which A was judged; null where there is none.</summary>
    public required string? ModelVersion { get; init; }

    /// <summary>Why, in a sentence with the evidence, as it was told then.</summary>
    public required LocalizedText Reason { get; init; }
}
