namespace CustomerValue.Segmentation.Rfm;

/// <summary>A range of scores in each dimension, both ends included; a single code is a box whose ends are equal.</summary>
public readonly record struct RfmBox
{
    /// <summary>Makes a box from its ends; a map checks that they lie within its scores.</summary>
    public RfmBox(RfmScores lowest, RfmScores highest)
    {
        Lowest = lowest;
        Highest = highest;
    }

    /// <summary>The lowest scores in the box.</summary>
    public RfmScores Lowest { get; }

    /// <summary>The highest scores in the box.</summary>
    public RfmScores Highest { get; }

    /// <summary>Whether a code lies in the box.</summary>
    public bool Contains(RfmScores code)
        => code.Recency >= Lowest.Recency && code.Recency <= Highest.Recency
        && code.Frequency >= Lowest.Frequency && code.Frequency <= Highest.Frequency
        && code.Monetary >= Lowest.Monetary && code.Monetary <= Highest.Monetary;

    /// <summary>The code, or both ends, such as <c>322–554</c>.</summary>
    public override string ToString() => Lowest == Highest ? Lowest.ToString() : $"{Lowest}–{Highest}";
}
