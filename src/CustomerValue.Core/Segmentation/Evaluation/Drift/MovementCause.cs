namespace CustomerValue.Segmentation.Evaluation.Drift;

/// <summary>A column whose change brought a customer nearer to the segment that it moved to. Immutable.</summary>
public sealed record MovementCause
{
    /// <summary>The column.</summary>
    public required string Column { get; init; }

    /// <summary>The value before; null where missing.</summary>
    public required string? Before { get; init; }

    /// <summary>The value after; null where missing.</summary>
    public required string? After { get; init; }

    /// <summary>Its part of all that brought the customer nearer, in (0, 1].</summary>
    public required double Part { get; init; }
}
