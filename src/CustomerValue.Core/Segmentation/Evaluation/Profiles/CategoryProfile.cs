namespace CustomerValue.Segmentation.Evaluation.Profiles;

/// <summary>A category in a segment beside all customers. Shares are of those whose category is known. Immutable.</summary>
public sealed record CategoryProfile
{
    /// <summary>The column.</summary>
    public required string Column { get; init; }

    /// <summary>The category.</summary>
    public required string Category { get; init; }

    /// <summary>Customers of the segment in it, ≥ 1.</summary>
    public required int Customers { get; init; }

    /// <summary>Share in the segment, in (0, 1].</summary>
    public required double Share { get; init; }

    /// <summary>Share in all, in (0, 1].</summary>
    public required double OverallShare { get; init; }

    /// <summary>Share in the segment over share in all, &gt; 0; above 1 the category is over-represented.</summary>
    public double Lift => Share / OverallShare;
}
