namespace CustomerValue.Segmentation.Rfm;

/// <summary>Scores of recency, frequency and money, from 1; the largest is best. Also says how many scores each dimension has.</summary>
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

    /// <summary>Where these are the highest scores: how many codes there are.</summary>
    internal int Cells => Recency * Frequency * Monetary;

    /// <summary>Where these are the highest scores: the number of a code, from 0 for 111.</summary>
    internal int CellOf(RfmScores code) => (((code.Recency - 1) * Frequency) + code.Frequency - 1) * Monetary + code.Monetary - 1;

    /// <summary>Where these are the highest scores: the code with a number.</summary>
    internal RfmScores CodeOf(int cell) => new((cell / (Frequency * Monetary)) + 1, (cell / Monetary % Frequency) + 1, (cell % Monetary) + 1);

    /// <summary>The code, such as <c>543</c>; scores above 9 are parted by '-'.</summary>
    public override string ToString() => Recency > 9 || Frequency > 9 || Monetary > 9 ? $"{Recency}-{Frequency}-{Monetary}" : $"{Recency}{Frequency}{Monetary}";
}
