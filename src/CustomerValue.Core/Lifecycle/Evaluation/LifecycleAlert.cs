using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.Lifecycle.Definition;
using NodaTime;

namespace CustomerValue.Lifecycle.Evaluation;

/// <summary>Something about a customer that has changed since an earlier date and that somebody should know.</summary>
public sealed record LifecycleAlert
{
    /// <summary>Who.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>What kind of change.</summary>
    public required LifecycleAlertKind Kind { get; init; }

    /// <summary>The stage at the earlier date; null where there was none yet.</summary>
    public required LifecycleStage? From { get; init; }

    /// <summary>The stage at the later date.</summary>
    public required LifecycleStage To { get; init; }

    /// <summary>Since when.</summary>
    public required LocalDate Since { get; init; }

    /// <summary>What the customer is worth at the later date; null where nobody said.</summary>
    public required double? Value { get; init; }

    /// <summary>By how much the value fell since the earlier date; null where nobody said.</summary>
    public required double? ValueLost { get; init; }

    /// <summary>Why, in words: what happened, and of stages the transition with its evidence.</summary>
    public required LocalizedText Reason { get; init; }
}
