namespace CustomerValue.Segmentation.Psychographic;

/// <summary>What stands behind answers: each item is a sum of a few factors and of something of its own. Immutable.</summary>
public sealed record FactorModel
{
    /// <summary>The items' names.</summary>
    public required IReadOnlyList<string> Items { get; init; }

    /// <summary>Mean of every item's answers.</summary>
    public required IReadOnlyList<double> Means { get; init; }

    /// <summary>Standard deviation of every item's answers, divisor n − 1, &gt; 0.</summary>
    public required IReadOnlyList<double> Deviations { get; init; }

    /// <summary>How strongly an item speaks of a factor, a row an item and a column a factor, of standardised answers; factors by falling sum of squares, each with a sum of loadings ≥ 0.</summary>
    public required IReadOnlyList<IReadOnlyList<double>> Loadings { get; init; }

    /// <summary>The part of every item's variance that no factor explains, in [0.005, 1].</summary>
    public required IReadOnlyList<double> Uniquenesses { get; init; }

    /// <summary>The factors' correlations; the unit matrix but for promax.</summary>
    public required IReadOnlyList<IReadOnlyList<double>> Correlations { get; init; }

    /// <summary>How many factors.</summary>
    public int Factors => Correlations.Count;
}
