using CustomerValue.Customers;
using CustomerValue.LifetimeValue.ErlangBetaGeometric;

namespace CustomerValue.LifetimeValue.BgCnbdK;

/// <summary>
/// The BG/CNBD-k model: the time between purchases is Erlang-k with a rate λ ~ Gamma(r, α) for each of its k stages;
/// after every repeat purchase the customer leaves with probability p ~ Beta(a, b).
/// Takes every customer without a repeat purchase to be alive for certain; <c>mbg-cnbd-k</c> does not.
/// Source: Reutterer, Platzer &amp; Schröder (2021), "Leveraging purchase regularity for predicting customer behavior the easy way",
/// International Journal of Research in Marketing 38(1).
/// </summary>
public sealed class BgCnbdKModel : ErlangBetaGeometricModel
{
    /// <summary>Makes a model from its parameters.</summary>
    /// <param name="r">Shape of the rates of stages, finite and &gt; 0.</param>
    /// <param name="alpha">Rate of the rates, in <paramref name="unit"/>, finite and &gt; 0: the mean rate of purchases is r/(kα) a unit.</param>
    /// <param name="a">First shape of the dropout probability, finite and &gt; 0: its mean is a/(a + b).</param>
    /// <param name="b">Second shape, finite and &gt; 0.</param>
    /// <param name="k">Stages of the time between purchases, in [1, 100]; at 1 this is BG/NBD.</param>
    /// <param name="unit">The unit of time.</param>
    /// <exception cref="Validation.DataRejectedException">Parameters out of range; names each.</exception>
    public BgCnbdKModel(double r, double alpha, double a, double b, int k, TimeUnit unit)
        : base(r, alpha, a, b, k, unit, leavesAtFirst: false)
    {
    }

    /// <inheritdoc/>
    protected internal override PurchaseModel WithParameters(IReadOnlyList<double> values) =>
        new BgCnbdKModel(values[0], values[1], values[2], values[3], (int)Math.Round(values[4]), Unit);

    /// <inheritdoc/>
    public override string Name => "bg-cnbd-k";
}
