using CustomerValue.Customers;

namespace CustomerValue.LifetimeValue.ParetoNbdDynamic;

/// <summary>Which covariates move which process, and how the parameters are called.</summary>
internal sealed record EffectNames(IReadOnlyList<string> Purchase, IReadOnlyList<string> Dropout)
{
    public static readonly IReadOnlyList<string> Shared = ["r", "alpha", "s", "beta"];

    public int Count => Purchase.Count + Dropout.Count;

    public IReadOnlyList<string> Parameters =>
        [.. Shared, .. Purchase.Select(name => ParetoNbdDynamicModel.PurchasePrefix + name), .. Dropout.Select(name => ParetoNbdDynamicModel.DropoutPrefix + name)];

    /// <summary>The model of parameters in this order.</summary>
    public ParetoNbdDynamicModel Model(IReadOnlyList<ModelParameter> parameters, TimeUnit unit) => new(
        parameters[0].Value,
        parameters[1].Value,
        parameters[2].Value,
        parameters[3].Value,
        Purchase.Select((name, i) => new ModelParameter(name, parameters[4 + i].Value)).ToArray(),
        Dropout.Select((name, i) => new ModelParameter(name, parameters[4 + Purchase.Count + i].Value)).ToArray(),
        unit);
}
