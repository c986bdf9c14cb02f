namespace CustomerValue.Segmentation.Rfm;

/// <summary>Scores of recency, frequency and money, from 1; the largest is best.</summary>
public readonly record struct RfmScores
{
    /// <summary>Makes scores.</summary>
    public RfmScores(int recency, int frequency, int monetary)
    {
        Recency = recency;
        Frequency = frequency;
        Monetary = monetary;
    }

    /// <summary>How recently the customer bought.</summary>
    public int Recency { get; }

    /// <summary>How often.</summary>
    public int Frequency { get; }

    /// <summary>For how much.</summary>
    public int Monetary { get; }

    /// <summary>The code, such as <c>543</c>; scores above 9 are parted by '-'.</summary>
    public override string ToString() => Recency > 9 || Frequency > 9 || Monetary > 9 ? $"{Recency}-{Frequency}-{Monetary}" : $"{Recency}{Frequency}{Monetary}";
}
