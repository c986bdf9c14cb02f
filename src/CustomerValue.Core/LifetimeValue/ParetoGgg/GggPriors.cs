using CustomerValue.LifetimeValue.HierarchicalBayes;

namespace CustomerValue.LifetimeValue.ParetoGgg;

/// <summary>The priors of Pareto/GGG's six parameters. Default: Gamma(0.001, 0.001) each, as BTYDplus has them.</summary>
public sealed record GggPriors
{
    private static readonly GammaPrior Vague = new(0.001, 0.001);

    /// <summary>Of the shape t of regularity.</summary>
    public GammaPrior T { get; init; } = Vague;

    /// <summary>Of the rate γ of regularity.</summary>
    public GammaPrior Gamma { get; init; } = Vague;

    /// <summary>Of the shape r of the purchase rates.</summary>
    public GammaPrior R { get; init; } = Vague;

    /// <summary>Of the rate α of the purchase rates, in the columns' unit.</summary>
    public GammaPrior Alpha { get; init; } = Vague;

    /// <summary>Of the shape s of the dropout rates.</summary>
    public GammaPrior S { get; init; } = Vague;

    /// <summary>Of the rate β of the dropout rates, in the columns' unit.</summary>
    public GammaPrior Beta { get; init; } = Vague;
}
