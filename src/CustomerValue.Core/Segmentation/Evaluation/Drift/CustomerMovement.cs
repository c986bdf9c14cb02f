using CustomerValue.Customers;
using CustomerValue.Labels;

namespace CustomerValue.Segmentation.Evaluation.Drift;

/// <summary>A customer who changed segments, and what moved the customer. Immutable.</summary>
public sealed record CustomerMovement
{
    /// <summary>Who.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The segment before, as an index.</summary>
    public required int From { get; init; }

    /// <summary>The segment after, as an index.</summary>
    public required int To { get; init; }

    /// <summary>
    /// Whether the customer stays put by the old segmentation, so that not the customer moved but the bounds, when they were fitted again. Null
    /// where the segmentations were not given.
    /// </summary>
    public required bool? BoundsMoved { get; init; }

    /// <summary>The columns that moved the customer, the strongest first, at most three; empty where none did.</summary>
    public required IReadOnlyList<MovementCause> Causes { get; init; }

    /// <summary>All of it in a sentence.</summary>
    public required LocalizedText Reason { get; init; }
}
