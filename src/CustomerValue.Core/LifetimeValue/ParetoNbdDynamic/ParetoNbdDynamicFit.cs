namespace CustomerValue.LifetimeValue.ParetoNbdDynamic;

/// <summary>A fitted model with its report, and the fit of the same histories without covariates.</summary>
public sealed record ParetoNbdDynamicFit
{
    /// <summary>The model. Where <see cref="FitReport.Converged"/> is false: the best point found, whose <see cref="FitReport.Reason"/> must be read first.</summary>
    public required ParetoNbdDynamicModel Model { get; init; }

    /// <summary>How the fit went. Its <see cref="FitReport.LikelihoodRatio"/> tests all effects at once; it is null where a fit did not converge or a penalty was given.</summary>
    public required FitReport Report { get; init; }

    /// <summary>The fit without covariates: Pareto/NBD.</summary>
    public required FitReport Plain { get; init; }
}
