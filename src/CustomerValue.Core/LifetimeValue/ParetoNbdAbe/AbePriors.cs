namespace CustomerValue.LifetimeValue.ParetoNbdAbe;

/// <summary>
/// The priors of Abe's model, as in BTYDplus: coefficients ~ N(0, Γ ⊗ (A·I)⁻¹), Γ ~ inverse Wishart(ν, ν·I) with ν = 3 + the number of columns of covariates,
/// the constant one included.
/// </summary>
public sealed record AbePriors
{
    /// <summary>A: how many customers the prior of the coefficients is worth, finite and &gt; 0. Default 0.01.</summary>
    public double Precision { get; init; } = 0.01;

    /// <summary>ν: degrees of freedom of the prior of Γ, finite and &gt; 1; null for 3 + columns.</summary>
    public double? Freedom { get; init; }

    /// <summary>The diagonal of the scale matrix of the prior of Γ, finite and &gt; 0; null for ν.</summary>
    public double? Scale { get; init; }
}
