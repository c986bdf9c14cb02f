using CustomerValue.LifetimeValue.HierarchicalBayes;

namespace CustomerValue.LifetimeValue.ParetoNbdHb;

/// <summary>The priors of r, α, s and β. Default: Gamma(0.001, 0.001) each, nearly flat in the logarithm up to 1000, as BTYDplus has them.</summary>
public sealed record ParetoNbdPriors
{
    private static readonly GammaPrior Vague = new(0.001, 0.001);

    /// <summary>Of the shape of the purchase rates.</summary>
    public GammaPrior R { get; init; } = Vague;

    /// <summary>Of the rate of the purchase rates, in the columns' unit.</summary>
    public GammaPrior Alpha { get; init; } = Vague;

    /// <summary>Of the shape of the dropout rates.</summary>
    public GammaPrior S { get; init; } = Vague;

    /// <summary>Of the rate of the dropout rates, in the columns' unit.</summary>
    public GammaPrior Beta { get; init; } = Vague;
}
