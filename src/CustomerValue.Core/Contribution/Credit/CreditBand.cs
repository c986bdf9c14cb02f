namespace CustomerValue.Contribution.Credit;

/// <summary>What a measure is worth from a value on, up to where the next band begins.</summary>
public readonly record struct CreditBand
{
    /// <summary>Makes a band.</summary>
    public CreditBand(double from, int points) => (From, Points) = (from, points);

    /// <summary>The least value in the band, inclusive; ≥ 0.</summary>
    public double From { get; }

    /// <summary>Points, ≥ 0.</summary>
    public int Points { get; }
}
