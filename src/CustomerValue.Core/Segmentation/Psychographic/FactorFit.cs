namespace CustomerValue.Segmentation.Psychographic;

/// <summary>A factor model with how its fit went.</summary>
public sealed record FactorFit
{
    /// <summary>The model.</summary>
    public required FactorModel Model { get; init; }

    /// <summary>People who answered all items.</summary>
    public required int Rows { get; init; }

    /// <summary>The discrepancy F = ln|Σ| − ln|R| + tr(RΣ⁻¹) − p, ≥ 0; 0 is a perfect fit.</summary>
    public required double Discrepancy { get; init; }

    /// <summary>Bartlett's χ² of the test that so many factors are enough: (n − 1 − (2p + 5)/6 − 2k/3) F.</summary>
    public required double ChiSquare { get; init; }

    /// <summary>Its degrees of freedom, ((p − k)² − p − k)/2, ≥ 0.</summary>
    public required int DegreesOfFreedom { get; init; }

    /// <summary>How probable a larger χ² would be if so many factors were enough; 1 without degrees of freedom.</summary>
    public required double PValue { get; init; }

    /// <summary>Steps of Newton's method.</summary>
    public required int Iterations { get; init; }

    /// <summary>Whether the optimum was reached.</summary>
    public required bool Converged { get; init; }

    /// <summary>Items whose own variance would have vanished (Heywood cases): the model explains too much there.</summary>
    public required IReadOnlyList<string> HeywoodCases { get; init; }
}
