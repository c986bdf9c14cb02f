using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.ParetoNbdDynamic;

/// <summary>Fits <see cref="ParetoNbdDynamicModel"/> by maximum likelihood: Newton with the exact Hessian. Stateless and thread-safe.</summary>
public sealed class ParetoNbdDynamicEstimator
{
    /// <summary><c>pareto-nbd-dynamic</c>.</summary>
    public string Name { get; } = "pareto-nbd-dynamic";

    /// <summary>Fits the model, and before it the one without covariates.</summary>
    /// <param name="histories">At least one customer.</param>
    /// <param name="purchaseCovariates">The covariates that move the purchase rate; null for all of the paths.</param>
    /// <param name="dropoutCovariates">The covariates that move the dropout rate; null for all of the paths.</param>
    /// <param name="options">
    /// How; null for the defaults. A penalty counts an effect by the standard deviation of its covariate over the time observed, and α
    /// and β where all covariates have their means.
    /// </param>
    /// <param name="cancellationToken">Stops the fit.</param>
    /// <returns>The model and its report; a fit without a finite optimum is a result that says so, not an exception.</returns>
    /// <exception cref="Validation.DataRejectedException">No customers, options out of range, covariates that the paths don't have, or covariates so far from 0 that α or β has no finite value.</exception>
    public ParetoNbdDynamicFit Fit(
        CovariateHistories histories,
        IReadOnlyList<string>? purchaseCovariates = null,
        IReadOnlyList<string>? dropoutCovariates = null,
        FitOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        if (histories is null)
            throw new ArgumentNullException(nameof(histories));
        options ??= new FitOptions();
        EffectNames effects = new(purchaseCovariates ?? histories.Paths.Names, dropoutCovariates ?? histories.Paths.Names);
        FitCheck.ThrowIfWrong(histories, effects, options);
        DynamicClimb climb = new(Name, histories, options, cancellationToken);
        (LikelihoodFit plainFit, FitReport plain) = climb.Plain();
        if (effects.Count == 0)
            return new() { Model = effects.Model(plain.Parameters, histories.Paths.Unit), Report = plain, Plain = plain };

        FitReport report = climb.WithEffects(effects, plainFit);
        if (report.Converged && plain.Converged && options.Penalizer == 0)
            report = report with { LikelihoodRatio = new LikelihoodRatioTest(Math.Max(0, 2 * (report.LogLikelihood - plain.LogLikelihood)), effects.Count) };
        return new() { Model = effects.Model(report.Parameters, histories.Paths.Unit), Report = report, Plain = plain };
    }
}
