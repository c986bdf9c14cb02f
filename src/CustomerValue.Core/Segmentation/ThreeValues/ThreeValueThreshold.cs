namespace CustomerValue.Segmentation.ThreeValues;

/// <summary>An amount of money from which a value is high, and how it was made. Immutable.</summary>
public sealed record ThreeValueThreshold
{
    /// <summary>High is a value ≥ this, in the currency of the purchases; finite. Null where nothing was known, or nothing above 0: then nobody is high.</summary>
    public required double? Money { get; init; }

    /// <summary>The percentile of the population that it was made from, in (0, 1); null where it was given as money.</summary>
    public double? Percentile { get; init; }

    internal bool IsReachedBy(double value) => value >= Money;
}
