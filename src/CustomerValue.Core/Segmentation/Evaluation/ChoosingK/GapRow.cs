namespace CustomerValue.Segmentation.Evaluation.ChoosingK;

/// <summary>The gap at one number of clusters. Immutable.</summary>
public sealed record GapRow
{
    /// <summary>How many clusters were asked for.</summary>
    public required int Clusters { get; init; }

    /// <summary>ln W of the data; −∞ is written as the logarithm of the smallest double where every cluster is one point.</summary>
    public required double LogW { get; init; }

    /// <summary>Mean ln W of the uniform references.</summary>
    public required double ExpectedLogW { get; init; }

    /// <summary>Expected less actual: how much tighter than chance.</summary>
    public double Gap => ExpectedLogW - LogW;

    /// <summary>√(1 + 1/B) times the standard deviation (divisor B − 1) of the references' ln W.</summary>
    public required double StandardError { get; init; }
}
