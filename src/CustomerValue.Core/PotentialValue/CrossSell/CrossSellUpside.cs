using CustomerValue.Labels;

namespace CustomerValue.PotentialValue.CrossSell;

/// <summary>What products not yet owned could bring: Σ over them of probability × profit × discounted time. Source: Verhoef &amp; Donkers (2001), "Predicting customer potential value", Decision Support Systems 32.</summary>
public sealed class CrossSellUpside : Upside
{
    private CrossSellUpside(double value)
        : base(value)
    {
    }

    /// <inheritdoc/>
    public override LocalizedText Source { get; } = new("products not yet owned", "尚未购买的产品");

    /// <summary>Counts products that the customer does not own.</summary>
    /// <param name="probability">The chance to buy each product, in [0, 1].</param>
    /// <param name="profit">The profit of each, a period or once, finite. A product that would lose money is not offered and counts 0.</param>
    /// <param name="owned">Which of them the customer has.</param>
    /// <param name="discountedTime">D, the expected active time, discounted, over which profit comes; 1 where profit comes once. Finite, ≥ 0.</param>
    public static CrossSellUpside Of(ReadOnlySpan<double> probability, ReadOnlySpan<double> profit, ReadOnlySpan<bool> owned, double discountedTime) =>
        new(Sum(probability, profit, owned, Given.NotNegative(discountedTime, nameof(discountedTime))));

    /// <summary>The product potential of a customer, owned products too: Σ_j P_j·profit_j. It holds what the residual value holds, so it is no upside.</summary>
    /// <param name="probability">The chance to have each product, in [0, 1].</param>
    /// <param name="profit">The profit of each, finite; those below 0 count 0.</param>
    public static double ProductPotential(ReadOnlySpan<double> probability, ReadOnlySpan<double> profit) => Sum(probability, profit, default, 1);

    private static double Sum(ReadOnlySpan<double> probability, ReadOnlySpan<double> profit, ReadOnlySpan<bool> owned, double time)
    {
        if (profit.Length != probability.Length)
            throw new ArgumentException($"{profit.Length} profits for {probability.Length} products; give one a product.", nameof(profit));
        if (!owned.IsEmpty && owned.Length != probability.Length)
            throw new ArgumentException($"{owned.Length} marks for {probability.Length} products; give one a product.", nameof(owned));
        double sum = 0;
        for (int product = 0; product < probability.Length; product++)
        {
            double expected = Given.Part(probability[product], nameof(probability)) * Math.Max(0, Given.Finite(profit[product], nameof(profit)));
            if (owned.IsEmpty || !owned[product])
                sum += expected * time;
        }

        return sum;
    }
}
