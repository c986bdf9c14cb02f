using CustomerValue.Customers;
using CustomerValue.LifetimeValue.BetaGeometric;
using CustomerValue.LifetimeValue.BgNbd;
using CustomerValue.LifetimeValue.GgomNbd;
using CustomerValue.LifetimeValue.MbgNbd;
using CustomerValue.LifetimeValue.ParetoNbd;

namespace CustomerValue.LifetimeValue.Covariates;

/// <summary>A model of purchases that covariates can act on: how one history is likely, how it is fitted without covariates, and how it is made.</summary>
/// <param name="Form">Parameters and processes.</param>
/// <param name="TimePowers">The power of time in every parameter: 1 for α, −1 for a rate.</param>
/// <param name="Likelihood">Of one history.</param>
/// <param name="Plain">The fit without covariates.</param>
/// <param name="Make">The model of these parameters.</param>
internal sealed record PurchaseForm(CovariateForm Form, IReadOnlyList<int> TimePowers, IHistoryLikelihood Likelihood, IPurchaseModelEstimator Plain, Func<double[], TimeUnit, PurchaseModel> Make)
{
    private static readonly CovariateProcess Purchases = new("purchase", 1, -1, OfLife: false);

    /// <summary>The odds of leaving are a/b: what multiplies a multiplies them.</summary>
    private static readonly CovariateProcess[] BetaGeometricProcesses = [Purchases, new("a", 2, 1, OfLife: true), new("b", 3, 1, OfLife: true)];

    /// <summary>Every model of purchases that takes covariates.</summary>
    public static readonly IReadOnlyList<PurchaseForm> All =
    [
        new(new("pareto-nbd", ["r", "alpha", "s", "beta"], [Purchases, new("life", 3, -1, OfLife: true)]), [0, 1, 0, 1], new ParetoNbdHistory(), new ParetoNbdEstimator(), (p, unit) => new ParetoNbdModel(p[0], p[1], p[2], p[3], unit)),
        new(new("bg-nbd", ["r", "alpha", "a", "b"], BetaGeometricProcesses) { Silent = "b" }, [0, 1, 0, 0], new BetaGeometricHistory(leavesAtFirst: false), new BgNbdEstimator(), (p, unit) => new BgNbdModel(p[0], p[1], p[2], p[3], unit)),
        new(new("mbg-nbd", ["r", "alpha", "a", "b"], BetaGeometricProcesses) { Silent = "b" }, [0, 1, 0, 0], new BetaGeometricHistory(leavesAtFirst: true), new MbgNbdEstimator(), (p, unit) => new MbgNbdModel(p[0], p[1], p[2], p[3], unit)),
        new(new("ggom-nbd", ["r", "alpha", "b", "s", "beta"], [Purchases, new("life", 4, -1, OfLife: true)]), [0, 1, -1, 0, 0], new GgomNbdHistory(), new GgomNbdEstimator(), (p, unit) => new GgomNbdModel(p[0], p[1], p[2], p[3], p[4], unit)),
    ];

    /// <summary>The form of a model's name.</summary>
    public static PurchaseForm Of(string model) => All.FirstOrDefault(form => form.Form.Name == model)
        ?? throw new ArgumentException($"'{model}' takes no covariates; {string.Join(", ", All.Select(form => form.Form.Name))} do.", nameof(model));
}
