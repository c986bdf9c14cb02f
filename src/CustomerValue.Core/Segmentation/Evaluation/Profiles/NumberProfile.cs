namespace CustomerValue.Segmentation.Evaluation.Profiles;

/// <summary>A column of numbers in a segment beside all customers. Immutable.</summary>
public sealed record NumberProfile
{
    /// <summary>The column.</summary>
    public required string Column { get; init; }

    /// <summary>Customers of the segment of whom the number is known, ≥ 1.</summary>
    public required int Known { get; init; }

    /// <summary>Mean in the segment.</summary>
    public required double Mean { get; init; }

    /// <summary>Median in the segment; the mean of the middle two where their number is even.</summary>
    public required double Median { get; init; }

    /// <summary>Mean of all.</summary>
    public required double OverallMean { get; init; }

    /// <summary>(Mean − mean of all)/standard deviation of all (divisor n); 0 where nothing varies.</summary>
    public required double ZScore { get; init; }
}
