namespace CustomerValue.Segmentation.Clustering.KPrototypes;

/// <summary>Prototypes as they were found: a mean of each column of numbers and a mode of each column of categories. Immutable.</summary>
public sealed class KPrototypesModel
{
    private readonly int[] labels;

    internal KPrototypesModel(IReadOnlyList<IReadOnlyList<double>> means, IReadOnlyList<IReadOnlyList<int>> modes, int[] labels)
    {
        (Means, Modes, this.labels) = (means, modes, labels);
        long[] sizes = new long[means.Count];
        foreach (int label in labels)
            sizes[label]++;
        Sizes = Array.AsReadOnly(sizes);
    }

    /// <summary>How many clusters.</summary>
    public int K => Means.Count;

    /// <summary>A cluster's means, one a column of numbers.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Means { get; }

    /// <summary>A cluster's most frequent codes, one a column of categories; of equally frequent ones that which was first, or the least code where the one before left.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Modes { get; }

    /// <summary>Rows in each cluster.</summary>
    public IReadOnlyList<long> Sizes { get; }

    /// <summary>The cluster of each row: the nearest prototype, the first of equally near ones.</summary>
    public ReadOnlySpan<int> Labels => labels;

    /// <summary>What a category that differs added.</summary>
    public required double Gamma { get; init; }

    /// <summary>The sum over rows of squared differences from the means, and gamma for each category that is not the mode.</summary>
    public required double Cost { get; init; }

    /// <summary>Passes over the rows.</summary>
    public required int Iterations { get; init; }

    /// <summary>Whether it came to rest by itself.</summary>
    public required bool Converged { get; init; }
}
