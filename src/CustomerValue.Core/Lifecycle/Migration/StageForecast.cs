namespace CustomerValue.Lifecycle.Migration;

/// <summary>Customers to expect in each stage after some periods.</summary>
public sealed record StageForecast
{
    /// <summary>Periods from today, ≥ 1.</summary>
    public required int Period { get; init; }

    /// <summary>Expected customers, one number a stage.</summary>
    public required IReadOnlyList<double> Expected { get; init; }

    /// <summary>The standard deviation of the draw, the matrix taken for known; one number a stage.</summary>
    public required IReadOnlyList<double> StandardDeviation { get; init; }
}
