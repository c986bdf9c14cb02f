using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.Segmentation.ThreeValues;

namespace CustomerValue.Appraisal.Migration;

/// <summary>A value of a customer that went over a threshold between two dates, up or down. Immutable.</summary>
public sealed record ThreeValueCrossing
{
    /// <summary>Who.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>Which threshold.</summary>
    public required ThreeValueBound Bound { get; init; }

    /// <summary>Whether the value rose to the threshold or above; otherwise it fell below.</summary>
    public required bool Rose { get; init; }

    /// <summary>The threshold, in the currency of the purchases.</summary>
    public required double Threshold { get; init; }

    /// <summary>The value at the first date; null for an influence that was unknown.</summary>
    public required double? Before { get; init; }

    /// <summary>The value at the second date; null for an influence that is unknown.</summary>
    public required double? After { get; init; }

    /// <summary>By how much the value moved; null where it was or is unknown.</summary>
    public double? Change => After - Before;

    /// <summary>All of it in a sentence.</summary>
    public required LocalizedText Reason { get; init; }
}
