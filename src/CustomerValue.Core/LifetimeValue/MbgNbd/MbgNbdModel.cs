using CustomerValue.Customers;
using CustomerValue.LifetimeValue.BetaGeometric;

namespace CustomerValue.LifetimeValue.MbgNbd;

/// <summary>
/// The MBG/NBD model: purchases at a rate λ ~ Gamma(r, α); after every purchase, the first one too, the customer leaves with probability p ~ Beta(a, b).
/// The default for customers without a contract: one who bought once may already be gone.
/// Source: Batislam, Denizel &amp; Filiztekin (2007), International Journal of Research in Marketing 24(3); Hoppe &amp; Wagner (2007).
/// </summary>
public sealed class MbgNbdModel : BetaGeometricModel
{
    /// <summary>Makes a model from its parameters.</summary>
    /// <param name="r">Shape of the purchase rates, finite and &gt; 0.</param>
    /// <param name="alpha">Rate of the purchase rates, in <paramref name="unit"/>, finite and &gt; 0: the mean rate is r/α a unit.</param>
    /// <param name="a">First shape of the dropout probability, finite and &gt; 0: its mean is a/(a + b).</param>
    /// <param name="b">Second shape, finite and &gt; 0.</param>
    /// <param name="unit">The unit of time.</param>
    /// <exception cref="Validation.DataRejectedException">Parameters out of range; names each.</exception>
    public MbgNbdModel(double r, double alpha, double a, double b, TimeUnit unit)
        : base(r, alpha, a, b, unit, leavesAtFirst: true)
    {
    }

    /// <inheritdoc/>
    protected internal override PurchaseModel WithParameters(IReadOnlyList<double> values) => new MbgNbdModel(values[0], values[1], values[2], values[3], Unit);

    /// <inheritdoc/>
    public override string Name => "mbg-nbd";
}
