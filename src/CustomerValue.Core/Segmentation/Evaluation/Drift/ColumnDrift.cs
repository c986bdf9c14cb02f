namespace CustomerValue.Segmentation.Evaluation.Drift;

/// <summary>How a column's distribution moved between two dates. Immutable.</summary>
public sealed record ColumnDrift
{
    /// <summary>The column.</summary>
    public required string Column { get; init; }

    /// <summary>Its stability index with the bins.</summary>
    public required PopulationStability Stability { get; init; }

    /// <summary>The test of two samples; null for categories and where a date has no value.</summary>
    public required KolmogorovSmirnov? Test { get; init; }
}
