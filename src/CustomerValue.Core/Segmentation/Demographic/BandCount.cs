namespace CustomerValue.Segmentation.Demographic;

/// <summary>How many customers are in a band.</summary>
public sealed record BandCount
{
    /// <summary>The band.</summary>
    public required DemographicBand Band { get; init; }

    /// <summary>How many customers, ≥ 0.</summary>
    public required int Customers { get; init; }

    /// <summary>Of all customers, in [0, 1]; 0 where there are none.</summary>
    public required double Share { get; init; }

    /// <summary>Of bands that hold what is odd: up to five of the values as they stood with how many customers have each, the most frequent first.</summary>
    public IReadOnlyList<KeyValuePair<string, int>> Examples { get; init; } = [];
}
