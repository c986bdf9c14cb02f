namespace CustomerValue.InfluenceValue.Diffusion;

/// <summary>Every customer's expected influence value. Immutable and thread-safe.</summary>
public sealed class InfluenceTable
{
    private readonly double[] full;
    private readonly double[] fullError;

    internal InfluenceTable(double[] full, double[] fullError) => (this.full, this.fullError) = (full, fullError);

    /// <summary>How many customers.</summary>
    public int Count => full.Length;

    /// <summary>Sets drawn.</summary>
    public required int Sets { get; init; }

    /// <summary>λ of the options, in [0, 1].</summary>
    public required double CausalShare { get; init; }

    /// <summary>λ·σ of a customer: what it is expected to win from others, in the unit of the margins; of a detractor, to cost.</summary>
    /// <param name="customer">Range: [0, <see cref="Count"/>).</param>
    public double Value(int customer) => CausalShare * full[customer];

    /// <summary>The standard error of <see cref="Value"/> by the draws, ≥ 0; 0 where a customer was in no set, whose value is then below 3·λ·Σ|margin|/sets at 95 %.</summary>
    /// <param name="customer">Range: [0, <see cref="Count"/>).</param>
    public double StandardError(int customer) => CausalShare * fullError[customer];

    /// <summary>σ of each customer: the bound of the value at λ = 1. The bound at λ = 0 is 0.</summary>
    public ReadOnlySpan<double> AtFullShare => full;
}
