using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.BgBb;
using CustomerValue.LifetimeValue.BgCnbdK;
using CustomerValue.LifetimeValue.BgNbd;
using CustomerValue.LifetimeValue.GammaGamma;
using CustomerValue.LifetimeValue.GgomNbd;
using CustomerValue.LifetimeValue.MbgCnbdK;
using CustomerValue.LifetimeValue.MbgNbd;
using CustomerValue.LifetimeValue.Nbd;
using CustomerValue.LifetimeValue.ParetoGgg;
using CustomerValue.LifetimeValue.ParetoNbd;
using CustomerValue.LifetimeValue.ParetoNbdAbe;
using CustomerValue.LifetimeValue.ParetoNbdCorrelated;
using CustomerValue.LifetimeValue.ParetoNbdHb;
using CustomerValue.LifetimeValue.ShiftedBetaGeometric;

namespace CustomerValue.Json;

/// <summary>The models that a file may name. A new model is a line here.</summary>
internal static class ModelForms
{
    /// <summary>The one parameter that is a whole number.</summary>
    public const string Regularity = "k";

    /// <summary>The largest of it.</summary>
    public const int LargestRegularity = 100;

    public static readonly IReadOnlyDictionary<string, ModelForm<PurchaseModel>> Purchase = new Dictionary<string, ModelForm<PurchaseModel>>
    {
        ["nbd"] = new(["r", "alpha"], (p, unit) => new NbdModel(p[0], p[1], unit)),
        ["pareto-nbd"] = new(["r", "alpha", "s", "beta"], (p, unit) => new ParetoNbdModel(p[0], p[1], p[2], p[3], unit)),
        ["pareto-nbd-correlated"] = new(["r", "alpha", "s", "beta", "m"], (p, unit) => new ParetoNbdCorrelatedModel(p[0], p[1], p[2], p[3], p[4], unit)) { OfAnySign = ["m"] },
        ["bg-nbd"] = new(["r", "alpha", "a", "b"], (p, unit) => new BgNbdModel(p[0], p[1], p[2], p[3], unit)),
        ["mbg-nbd"] = new(["r", "alpha", "a", "b"], (p, unit) => new MbgNbdModel(p[0], p[1], p[2], p[3], unit)),
        ["bg-cnbd-k"] = new(["r", "alpha", "a", "b", Regularity], (p, unit) => new BgCnbdKModel(p[0], p[1], p[2], p[3], (int)p[4], unit)),
        ["mbg-cnbd-k"] = new(["r", "alpha", "a", "b", Regularity], (p, unit) => new MbgCnbdKModel(p[0], p[1], p[2], p[3], (int)p[4], unit)),
        ["ggom-nbd"] = new(["r", "alpha", "b", "s", "beta"], (p, unit) => new GgomNbdModel(p[0], p[1], p[2], p[3], p[4], unit)),
        ["bg-bb"] = new(["alpha", "beta", "gamma", "delta"], (p, unit) => new BgBbModel(p[0], p[1], p[2], p[3], unit)),
        ["pareto-nbd-hb"] = OfDraws(["r", "alpha", "s", "beta"], (means, draws, unit) => new ParetoNbdHbModel(means, draws, unit)),
        ["pareto-nbd-abe"] = OfDraws(["log_lambda", "log_mu", "var_log_lambda", "cov_log_lambda_log_mu", "var_log_mu"], (means, draws, unit) => new ParetoNbdAbeModel(means, draws, unit)) with { OfAnySign = ["log_lambda", "log_mu", "cov_log_lambda_log_mu"] },
        ["pareto-ggg"] = OfDraws(["t", "gamma", "r", "alpha", "s", "beta"], (means, draws, unit) => new ParetoGggModel(means, draws, unit)),
    };

    public static readonly IReadOnlyDictionary<string, ModelForm<ShiftedBetaGeometricModel>> Contract = new Dictionary<string, ModelForm<ShiftedBetaGeometricModel>>
    {
        ["sbg"] = new(["alpha", "beta"], (p, unit) => new ShiftedBetaGeometricModel(p[0], p[1], unit)),
    };

    public static readonly IReadOnlyDictionary<string, ModelForm<SpendModel>> Spend = new Dictionary<string, ModelForm<SpendModel>>
    {
        ["gamma-gamma"] = new(["p", "q", "v"], (p, _) => new GammaGammaModel(p[0], p[1], p[2])),
    };

    /// <summary>A sampled posterior: means, and draws beside them. The model itself says which values are allowed.</summary>
    private static ModelForm<PurchaseModel> OfDraws(IReadOnlyList<string> names, Func<double[], double[][], TimeUnit, PurchaseModel> make) =>
        new(names, (means, unit) => make(means, [], unit)) { MakeOfDraws = make };
}

/// <summary>What a model's file needs, and how the model is made from it.</summary>
/// <param name="Parameters">The names of the parameters, all finite and &gt; 0 but those of any sign, k a whole number, in the order of the constructor.</param>
/// <param name="Make">The constructor.</param>
internal sealed record ModelForm<TModel>(IReadOnlyList<string> Parameters, Func<double[], TimeUnit, TModel> Make)
{
    /// <summary>The constructor that takes draws too; null for models without a posterior.</summary>
    public Func<double[], double[][], TimeUnit, TModel>? MakeOfDraws { get; init; }

    /// <summary>Parameters that may be 0 or below; the model says how far.</summary>
    public IReadOnlyList<string> OfAnySign { get; init; } = [];
}
