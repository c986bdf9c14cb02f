using CustomerValue.Labels;

namespace CustomerValue.Segmentation;

/// <summary>How a segmentation was fitted. Immutable.</summary>
public sealed record SegmentationFit
{
    /// <summary>Customers that the fit used.</summary>
    public required int Customers { get; init; }

    /// <summary>Iterations of the best start; 0 where there was nothing to iterate.</summary>
    public int Iterations { get; init; }

    /// <summary>Whether the best start came to an end by itself.</summary>
    public bool Converged { get; init; } = true;

    /// <summary>Measures by name, such as <c>inertia</c>, <c>logLikelihood</c>, <c>bic</c> or <c>silhouette</c>, in the order in which they are shown. All finite.</summary>
    public IReadOnlyList<KeyValuePair<string, double>> Figures { get; init; } = [];

    /// <summary>What a reader should know, in plain words.</summary>
    public IReadOnlyList<LocalizedText> Warnings { get; init; } = [];
}
