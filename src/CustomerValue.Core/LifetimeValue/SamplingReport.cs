namespace CustomerValue.LifetimeValue;

/// <summary>
/// How well a posterior was sampled. Lists are in the order of the report's parameters.
/// Source: Vehtari, Gelman, Simpson, Carpenter &amp; Bürkner (2021), Bayesian Analysis 16(2).
/// </summary>
public sealed record SamplingReport
{
    /// <summary>Chains.</summary>
    public required int Chains { get; init; }

    /// <summary>Draws kept of each chain.</summary>
    public required int Draws { get; init; }

    /// <summary>Sweeps of all chains, burn-in included.</summary>
    public required int Sweeps { get; init; }

    /// <summary>Rank-normalised split R-hat of each parameter: 1 where the chains agree, +∞ where one never moved. Above 1.01 run longer.</summary>
    public required IReadOnlyList<double> RHat { get; init; }

    /// <summary>How many independent draws would tell the middle of each parameter's posterior as well; below 100 a chain run longer.</summary>
    public required IReadOnlyList<double> BulkEffectiveSize { get; init; }

    /// <summary>How many independent draws would tell the 5 % and 95 % quantiles of each parameter as well.</summary>
    public required IReadOnlyList<double> TailEffectiveSize { get; init; }
}
