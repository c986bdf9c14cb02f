using CustomerValue.Segmentation;

namespace CustomerValue.Appraisal;

/// <summary>How many customers a segment or tier has, and the sums of their values in the currency of the purchases. Immutable.</summary>
public sealed record ThreeValueTotals
{
    /// <summary>The segment or tier.</summary>
    public required Segment Segment { get; init; }

    /// <summary>Customers in it.</summary>
    public required int Customers { get; init; }

    /// <summary>Sum of the established values that are known.</summary>
    public required double Established { get; init; }

    /// <summary>Sum of the potential values that are known.</summary>
    public required double Potential { get; init; }

    /// <summary>Sum of the influence values that are known.</summary>
    public required double Influence { get; init; }
}
