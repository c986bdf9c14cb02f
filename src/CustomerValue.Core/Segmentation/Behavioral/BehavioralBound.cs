namespace CustomerValue.Segmentation.Behavioral;

/// <summary>A bound of a rule: fixed, or a quantile of the population. In a fitted segmentation it has a value, and the quantile where it came from one.</summary>
public sealed record BehavioralBound
{
    /// <summary>The value that customers are compared with; null in options that ask for a quantile. Finite.</summary>
    public double? Value { get; init; }

    /// <summary>The quantile of the population that the value is, in (0, 1); null where the bound is fixed.</summary>
    public double? Quantile { get; init; }

    /// <summary>A fixed bound.</summary>
    /// <param name="value">Finite, in the unit of the field; shares in [0, 1].</param>
    public static BehavioralBound At(double value) => new() { Value = value };

    /// <summary>
    /// A quantile of the customers of whom the field is known, by linear interpolation (R's type 7). Ties never put everyone on one side: a
    /// bound for the upper side that equals the largest value becomes the next smaller one there is, a bound for the lower side that equals the least the next larger one.
    /// </summary>
    /// <param name="quantile">In (0, 1).</param>
    public static BehavioralBound AtQuantile(double quantile) => new() { Quantile = quantile };
}
