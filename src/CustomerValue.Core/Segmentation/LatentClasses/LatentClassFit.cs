namespace CustomerValue.Segmentation.LatentClasses;

/// <summary>Latent classes with the report of how they were found.</summary>
public sealed record LatentClassFit
{
    /// <summary>The classes.</summary>
    public required LatentClassModel Model { get; init; }

    /// <summary>How the fit went.</summary>
    public required LatentClassReport Report { get; init; }
}
