namespace CustomerValue.Segmentation.LatentClasses;

/// <summary>The best optimum of a number of classes, and how it was found.</summary>
internal sealed record ClassOptimum
{
    public required ClassParameters Parameters { get; init; }

    public required double LogLikelihood { get; init; }

    public required double Slope { get; init; }

    public required int Passes { get; init; }

    public required bool Converged { get; init; }

    public required int Starts { get; init; }

    public required IReadOnlyList<LatentClassOptimum> Optima { get; init; }

    /// <summary>Whether the best optimum was reached as often as was asked for.</summary>
    public required bool Enough { get; init; }

    public required Expectation Expectation { get; init; }
}
