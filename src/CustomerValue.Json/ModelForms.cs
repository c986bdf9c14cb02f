using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.BgNbd;
using CustomerValue.LifetimeValue.GammaGamma;
using CustomerValue.LifetimeValue.MbgNbd;
using CustomerValue.LifetimeValue.ParetoNbdAbe;
using CustomerValue.LifetimeValue.ParetoNbdHb;

namespace CustomerValue.Json;

/// <summary>The models that a file may name. A new model is a line here.</summary>
internal static class ModelForms
{
    public static readonly IReadOnlyDictionary<string, ModelForm<PurchaseModel>> Purchase = new Dictionary<string, ModelForm<PurchaseModel>>
    {
        ["bg-nbd"] = new(["r", "alpha", "a", "b"], (p, unit) => new BgNbdModel(p[0], p[1], p[2], p[3], unit)),
        ["mbg-nbd"] = new(["r", "alpha", "a", "b"], (p, unit) => new MbgNbdModel(p[0], p[1], p[2], p[3], unit)),
        ["pareto-nbd-hb"] = OfDraws(["r", "alpha", "s", "beta"], (means, draws, unit) => new ParetoNbdHbModel(means, draws, unit)),
        ["pareto-nbd-abe"] = OfDraws(["log_lambda", "log_mu", "var_log_lambda", "cov_log_lambda_log_mu", "var_log_mu"], (means, draws, unit) => new ParetoNbdAbeModel(means, draws, unit)) with { Signed = ["log_lambda", "log_mu", "cov_log_lambda_log_mu"] },
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
/// <param name="Parameters">The names of the parameters, all finite and &gt; 0, in the order of the constructor.</param>
/// <param name="Make">The constructor.</param>
internal sealed record ModelForm<TModel>(IReadOnlyList<string> Parameters, Func<double[], TimeUnit, TModel> Make)
{
    /// <summary>The constructor that takes draws too; null for models without a posterior.</summary>
    public Func<double[], double[][], TimeUnit, TModel>? MakeOfDraws { get; init; }

    /// <summary>The parameters that may be any number; all others are &gt; 0.</summary>
    public IReadOnlyList<string> Signed { get; init; } = [];
}
