namespace CustomerValue.Segmentation.Clustering.Medoids;

/// <summary>Medoids as they were found. Immutable.</summary>
public sealed class PamModel
{
    private readonly int[] labels;

    internal PamModel(IReadOnlyList<int> medoids, int[] labels)
    {
        Medoids = Array.AsReadOnly<int>([.. medoids]);
        this.labels = labels;
    }

    /// <summary>The row of each cluster's medoid.</summary>
    public IReadOnlyList<int> Medoids { get; }

    /// <summary>The cluster of each row: the nearest medoid, the first of equally near ones.</summary>
    public ReadOnlySpan<int> Labels => labels;

    /// <summary>The mean dissimilarity of rows and their medoids after building up.</summary>
    public required double BuildObjective { get; init; }

    /// <summary>The same in the end.</summary>
    public required double Objective { get; init; }

    /// <summary>How many swaps there were.</summary>
    public required int Swaps { get; init; }
}
