using System.Numerics;

namespace CustomerValue.Segmentation.Evaluation.Agreement;

/// <summary>
/// How far two labellings of the same customers agree, whatever their groups are called. Definitions, also at the edges (one group, every
/// customer alone, nobody), are those of scikit-learn 1.2's <c>metrics.cluster</c>; logarithms are natural. Immutable.
/// </summary>
public sealed record LabelAgreement
{
    private LabelAgreement()
    {
    }

    /// <summary>Customers compared.</summary>
    public required int Customers { get; init; }

    /// <summary>Part of the pairs of customers on which both agree, together or apart; in [0, 1]. 1 where there is no pair. Source: Rand (1971).</summary>
    public required double Rand { get; init; }

    /// <summary>The Rand index corrected for chance: 0 on average for labels drawn at random, 1 for equal ones; in [−0.5, 1]. Source: Hubert &amp; Arabie (1985), eq. 5.</summary>
    public required double AdjustedRand { get; init; }

    /// <summary>Mutual information in nats, ≥ 0.</summary>
    public required double MutualInformation { get; init; }

    /// <summary>Mutual information over the mean of the two entropies; in [0, 1].</summary>
    public required double NormalizedMutualInformation { get; init; }

    /// <summary>Mutual information corrected for chance, over the mean entropy so corrected; at most 1. Source: Vinh, Epps &amp; Bailey (2010), with the arithmetic mean.</summary>
    public required double AdjustedMutualInformation { get; init; }

    /// <summary>1 where each group of the second lies in one group of the first; in [0, 1]. Source: Rosenberg &amp; Hirschberg (2007).</summary>
    public required double Homogeneity { get; init; }

    /// <summary>1 where each group of the first lies in one group of the second; in [0, 1]. Source: Rosenberg &amp; Hirschberg (2007).</summary>
    public required double Completeness { get; init; }

    /// <summary>Harmonic mean of homogeneity and completeness; in [0, 1].</summary>
    public required double VMeasure { get; init; }

    /// <summary>Geometric mean of precision and recall over pairs; in [0, 1]. Source: Fowlkes &amp; Mallows (1983).</summary>
    public required double FowlkesMallows { get; init; }

    /// <summary>What each tells that the other doesn't, in nats, ≥ 0; 0 for equal labellings. Source: Meilă (2007).</summary>
    public required double VariationOfInformation { get; init; }

    /// <summary>Compares two labellings, such as two segmentations of one base, or one segmentation at two dates.</summary>
    /// <param name="first">One label a customer; any numbers. Taken as the truth where a measure has one.</param>
    /// <param name="second">One label a customer, in the same order.</param>
    /// <exception cref="ArgumentException">Not as many labels in both.</exception>
    public static LabelAgreement Between(ReadOnlySpan<int> first, ReadOnlySpan<int> second)
    {
        ContingencyTable table = new(first, second);
        double information = Math.Max(0, table.Cells.Sum(cell => cell.Both / (double)table.Count * Math.Log((double)table.Count / cell.First * ((double)cell.Both / cell.Second))));
        double firstEntropy = Entropy(table.First, table.Count), secondEntropy = Entropy(table.Second, table.Count);
        bool same = table.Cells.Length == table.First.Length && table.Cells.Length == table.Second.Length;
        double homogeneity = same || firstEntropy == 0 ? 1 : Math.Min(1, information / firstEntropy);
        double completeness = same || secondEntropy == 0 ? 1 : Math.Min(1, information / secondEntropy);
        bool bothWhole = table.First.Length <= 1 && table.Second.Length <= 1;
        double mean = (firstEntropy + secondEntropy) / 2;
        (BigInteger both, BigInteger onlyFirst, BigInteger onlySecond, BigInteger neither) = Pairs(table);
        return new LabelAgreement
        {
            Customers = table.Count,
            Rand = onlyFirst + onlySecond == 0 ? 1 : Ratio(both + neither, both + onlyFirst + onlySecond + neither),
            AdjustedRand = onlyFirst + onlySecond == 0 ? 1 : Ratio(
                2 * ((both * neither) - (onlyFirst * onlySecond)),
                ((both + onlyFirst) * (onlyFirst + neither)) + ((both + onlySecond) * (onlySecond + neither))),
            MutualInformation = information,
            NormalizedMutualInformation = same ? 1 : information <= Epsilon ? 0 : Math.Min(1, information / mean),
            AdjustedMutualInformation = bothWhole || same ? 1 : Adjusted(information, mean, ExpectedInformation.Of(table)),
            Homogeneity = homogeneity,
            Completeness = completeness,
            VMeasure = homogeneity + completeness == 0 ? 0 : 2 * homogeneity * completeness / (homogeneity + completeness),
            FowlkesMallows = both == 0 ? 0 : Math.Sqrt(Ratio(both, both + onlyFirst)) * Math.Sqrt(Ratio(both, both + onlySecond)),
            VariationOfInformation = table.Cells.Sum(cell => cell.Both / (double)table.Count * (Math.Log((double)cell.First / cell.Both) + Math.Log((double)cell.Second / cell.Both))),
        };
    }

    private const double Epsilon = 2.220446049250313e-16;

    private static double Adjusted(double information, double mean, double expected)
    {
        double most = mean - expected;
        most = most < 0 ? Math.Min(most, -Epsilon) : Math.Max(most, Epsilon);
        return (information - expected) / most;
    }

    private static double Entropy(int[] sizes, double count) => sizes.Length <= 1 ? 0 : -sizes.Sum(size => size / count * Math.Log(size / count));

    /// <summary>Ordered pairs of customers: together in both, in one alone, in neither. Products of them need more than 64 bits.</summary>
    private static (BigInteger Both, BigInteger OnlyFirst, BigInteger OnlySecond, BigInteger Neither) Pairs(ContingencyTable table)
    {
        BigInteger both = table.Cells.Aggregate(BigInteger.Zero, (sum, cell) => sum + Square(cell.Both)) - table.Count;
        BigInteger inFirst = table.First.Aggregate(BigInteger.Zero, (sum, size) => sum + Square(size)) - table.Count;
        BigInteger inSecond = table.Second.Aggregate(BigInteger.Zero, (sum, size) => sum + Square(size)) - table.Count;
        return (both, inFirst - both, inSecond - both, Square(table.Count) - table.Count - inFirst - inSecond + both);
    }

    private static BigInteger Square(int count) => (BigInteger)count * count;

    private static double Ratio(BigInteger part, BigInteger whole) => (double)part / (double)whole;
}
