using CustomerValue.Segmentation.ThreeValues;

namespace CustomerValue.Appraisal.Migration;

/// <summary>How many customers went over a threshold between two dates. Immutable.</summary>
public sealed record ThreeValueCrossings
{
    /// <summary>Which threshold.</summary>
    public required ThreeValueBound Bound { get; init; }

    /// <summary>Customers whose value rose to it or above.</summary>
    public required int Rose { get; init; }

    /// <summary>Customers whose value fell below it.</summary>
    public required int Fell { get; init; }
}
