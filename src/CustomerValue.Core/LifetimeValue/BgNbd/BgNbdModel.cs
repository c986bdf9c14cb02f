using CustomerValue.Customers;
using CustomerValue.LifetimeValue.BetaGeometric;

namespace CustomerValue.LifetimeValue.BgNbd;

/// <summary>
/// The BG/NBD model: purchases at a rate λ ~ Gamma(r, α); after every repeat purchase the customer leaves with probability p ~ Beta(a, b).
/// A customer who never bought again is alive with probability 1 by construction; where that is not so, take MBG/NBD.
/// Source: Fader, Hardie &amp; Lee (2005), "Counting your customers the easy way", Marketing Science 24(2).
/// </summary>
public sealed class BgNbdModel : BetaGeometricModel
{
    /// <summary>Makes a model from its parameters.</summary>
    /// <param name="r">Shape of the purchase rates, finite and &gt; 0.</param>
    /// <param name="alpha">Rate of the purchase rates, in <paramref name="unit"/>, finite and &gt; 0: the mean rate is r/α a unit.</param>
    /// <param name="a">First shape of the dropout probability, finite and &gt; 0: its mean is a/(a + b).</param>
    /// <param name="b">Second shape, finite and &gt; 0.</param>
    /// <param name="unit">The unit of time.</param>
    /// <exception cref="Validation.DataRejectedException">Parameters out of range; names each.</exception>
    public BgNbdModel(double r, double alpha, double a, double b, TimeUnit unit)
        : base(r, alpha, a, b, unit, leavesAtFirst: false)
    {
    }

    /// <inheritdoc/>
    protected internal override PurchaseModel WithParameters(IReadOnlyList<double> values) => new BgNbdModel(values[0], values[1], values[2], values[3], Unit);

    /// <inheritdoc/>
    public override string Name => "bg-nbd";
}
