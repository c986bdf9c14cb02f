namespace CustomerValue.Segmentation.ThreeValues;

/// <summary>Where high begins: at an amount of money, or at a part of the population. Immutable.</summary>
public sealed record ThreeValueCut
{
    private ThreeValueCut()
    {
    }

    /// <summary>High is who reaches this amount; null where a percentile decides.</summary>
    public double? Money { get; private init; }

    /// <summary>The part of the population below high, in (0, 1); null where money decides.</summary>
    public double? Percentile { get; private init; }

    /// <summary>High from an amount on.</summary>
    /// <param name="money">In the currency of the purchases; finite.</param>
    public static ThreeValueCut AtMoney(double money) => new() { Money = money };

    /// <summary>
    /// High are the upper 1 − <paramref name="percentile"/> of the population and all who tie with the last of them, but nobody with 0 or less.
    /// The threshold is the value of rank ⌊percentile·n⌋ (the least being 0), or the least value above 0 where that is 0 or less.
    /// </summary>
    /// <param name="percentile">In (0, 1), such as 0.8 for the upper fifth.</param>
    public static ThreeValueCut AtPercentile(double percentile) => new() { Percentile = percentile };
}
