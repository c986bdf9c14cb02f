namespace CustomerValue.Segmentation.Geographic;

/// <summary>A dense place: what a newcomer is compared with, and where it is on a map. Immutable.</summary>
public sealed record DbscanCluster
{
    /// <summary>Customers of the population in it, those at its border counted, ≥ 0.</summary>
    public required int Customers { get; init; }

    /// <summary>Degrees north of the middle of its customers, in [−90, 90].</summary>
    public required double Latitude { get; init; }

    /// <summary>Degrees east of the middle, in [−180, 180).</summary>
    public required double Longitude { get; init; }

    /// <summary>Degrees north of its core points, each position once; at least one.</summary>
    public required IReadOnlyList<double> CoreLatitudes { get; init; }

    /// <summary>Degrees east of its core points, in the same order.</summary>
    public required IReadOnlyList<double> CoreLongitudes { get; init; }
}
