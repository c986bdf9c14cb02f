namespace CustomerValue.Segmentation.Geographic;

/// <summary>A store with the area that it serves. Immutable.</summary>
public sealed record Store
{
    /// <summary>The stable id; part of the segment's key. Not blank.</summary>
    public required string Id { get; init; }

    /// <summary>The name that people read; default: the id.</summary>
    public string? Label { get; init; }

    /// <summary>Degrees north, in [−90, 90].</summary>
    public required double Latitude { get; init; }

    /// <summary>Degrees east, in [−180, 360].</summary>
    public required double Longitude { get; init; }

    /// <summary>How far it serves, in kilometres, in (0, 20038]; a customer at exactly this distance is served.</summary>
    public required double RadiusKm { get; init; }
}
