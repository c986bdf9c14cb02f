namespace CustomerValue.LifetimeValue.ParetoNbdDynamic;

/// <summary>A fitted model with its report, and what the covariates add to the model without them.</summary>
public sealed record ParetoNbdDynamicFit
{
    /// <summary>The model. Where <see cref="FitReport.Converged"/> is false: the best point found, whose <see cref="FitReport.Reason"/> must be read first.</summary>
    public required ParetoNbdDynamicModel Model { get; init; }

    /// <summary>How the fit went.</summary>
    public required FitReport Report { get; init; }

    /// <summary>The fit of the same histories without covariates: Pareto/NBD.</summary>
    public required FitReport Plain { get; init; }

    /// <summary>2·(LL − LL of <see cref="Plain"/>); null where a fit did not converge, where a penalty was given, or where there are no effects.</summary>
    public double? LikelihoodRatio { get; init; }

    /// <summary>Chance of a likelihood ratio as large if no covariate had an effect: χ² with as many degrees of freedom as there are effects. Null where <see cref="LikelihoodRatio"/> is.</summary>
    public double? PValue { get; init; }
}
