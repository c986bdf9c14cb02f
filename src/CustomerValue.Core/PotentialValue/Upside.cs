using CustomerValue.Labels;

namespace CustomerValue.PotentialValue;

/// <summary>
/// What a customer could still buy here: from products not owned, or from the part of the wallet spent elsewhere. These are two views of the
/// same money, so a potential value takes one of them and can't be given both. Made by <see cref="CrossSell.CrossSellUpside"/> and <see cref="CrossSell.WalletUpside"/>.
/// </summary>
public abstract class Upside
{
    private protected Upside(double value) => Value = value;

    /// <summary>Money over the customer's remaining time if all of it were won, ≥ 0, in the currency of the profits given.</summary>
    public double Value { get; }

    /// <summary>Where it comes from.</summary>
    public abstract LocalizedText Source { get; }
}
