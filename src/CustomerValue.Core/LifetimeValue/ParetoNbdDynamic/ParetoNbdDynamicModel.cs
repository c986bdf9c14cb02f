using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.LifetimeValue.ParetoNbdDynamic;

/// <summary>
/// Pareto/NBD with covariates that change over time: customer i buys at the rate λᵢ·e^(γ′z(t)) and leaves at the rate μᵢ·e^(δ′y(t)),
/// λᵢ ~ Gamma(r, α), μᵢ ~ Gamma(s, β), independent; z and y are constant within each period. All effects 0: Pareto/NBD.
/// Scores are made over given paths of covariates: <see cref="Over"/>. Immutable and thread-safe.
/// Source: Bachmann, Meierer &amp; Näf (2021), "The role of time-varying contextual factors in latent attrition models for customer
/// base analysis", Marketing Science 40(4), eq. 1–4.
/// </summary>
public sealed class ParetoNbdDynamicModel
{
    internal const string PurchasePrefix = "purchase.";
    internal const string DropoutPrefix = "life.";

    /// <summary>Makes a model from its parameters.</summary>
    /// <param name="r">Shape of the purchase rates, finite and &gt; 0.</param>
    /// <param name="alpha">Rate of the purchase rates, in <paramref name="unit"/>, finite and &gt; 0: where all covariates are 0 the mean rate is r/α a unit.</param>
    /// <param name="s">Shape of the dropout rates, finite and &gt; 0.</param>
    /// <param name="beta">Rate of the dropout rates, in <paramref name="unit"/>, finite and &gt; 0.</param>
    /// <param name="purchaseEffects">γ: the covariates of the purchase rate with their effects, finite; e^γ is the factor for a covariate higher by 1.</param>
    /// <param name="dropoutEffects">δ: the covariates of the dropout rate with their effects, finite.</param>
    /// <param name="unit">The unit of time.</param>
    /// <exception cref="DataRejectedException">Parameters out of range, or covariates that are blank or given twice; names each.</exception>
    public ParetoNbdDynamicModel(double r, double alpha, double s, double beta, IReadOnlyList<ModelParameter> purchaseEffects, IReadOnlyList<ModelParameter> dropoutEffects, TimeUnit unit)
    {
        _ = unit.Days();
        Unit = unit;
        PurchaseEffects = [.. purchaseEffects ?? throw new ArgumentNullException(nameof(purchaseEffects))];
        DropoutEffects = [.. dropoutEffects ?? throw new ArgumentNullException(nameof(dropoutEffects))];
        ModelParameter[] positive = [new("r", r), new("alpha", alpha), new("s", s), new("beta", beta)];
        ParameterCheck.Positive(positive);
        Parameters =
        [
            .. positive,
            .. PurchaseEffects.Select(effect => new ModelParameter(PurchasePrefix + effect.Name, effect.Value)),
            .. DropoutEffects.Select(effect => new ModelParameter(DropoutPrefix + effect.Name, effect.Value)),
        ];
        ProblemList problems = new();
        CovariateCheck.Names(PurchaseEffects.Select(effect => effect.Name).ToArray(), problems);
        CovariateCheck.Names(DropoutEffects.Select(effect => effect.Name).ToArray(), problems);
        foreach (ModelParameter effect in Parameters.Skip(4).Where(effect => double.IsNaN(effect.Value) || double.IsInfinity(effect.Value)))
            problems.Add(null, effect.Name, effect.Value.ToString(CultureInfo.InvariantCulture), "is not a finite number; 0 is no effect.");
        problems.ThrowIfAny();
    }

    /// <summary><c>pareto-nbd-dynamic</c>.</summary>
    public string Name { get; } = "pareto-nbd-dynamic";

    /// <summary>The unit of time.</summary>
    public TimeUnit Unit { get; }

    /// <summary>r, alpha, s, beta, then the effects as <c>purchase.NAME</c> and <c>life.NAME</c>.</summary>
    public IReadOnlyList<ModelParameter> Parameters { get; }

    /// <summary>γ by the names of the covariates.</summary>
    public IReadOnlyList<ModelParameter> PurchaseEffects { get; }

    /// <summary>δ by the names of the covariates.</summary>
    public IReadOnlyList<ModelParameter> DropoutEffects { get; }

    /// <summary>The model over given covariates, past and future: everything that can be said of a customer. Other futures, with and without a campaign, are other paths.</summary>
    /// <param name="paths">Paths in the model's unit with the model's covariates; further ones are passed over.</param>
    /// <exception cref="DataRejectedException">Another unit, or a covariate of the model that the paths don't have.</exception>
    public ParetoNbdDynamicScorer Over(CovariatePaths paths) => new(this, paths);

    /// <summary>r, α, s, β and the effects.</summary>
    internal double[] Values() => Parameters.Select(parameter => parameter.Value).ToArray();
}
