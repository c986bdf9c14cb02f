namespace CustomerValue.InfluenceValue.Diffusion;

/// <summary>What simulated cascades reached, in the unit of the margins.</summary>
public readonly record struct CascadeSpread
{
    /// <summary>The mean over all runs; the margins of the seeds count in.</summary>
    public required double Mean { get; init; }

    /// <summary>The standard error of <see cref="Mean"/>, ≥ 0.</summary>
    public required double StandardError { get; init; }

    /// <summary>Cascades simulated.</summary>
    public required int Runs { get; init; }
}
