using CustomerValue.Labels;

namespace CustomerValue.PotentialValue.CrossSell;

/// <summary>What the customer spends elsewhere: max(0, wallet − spend) × margin rate × discounted time.</summary>
public sealed class WalletUpside : Upside
{
    private WalletUpside(double value)
        : base(value)
    {
    }

    /// <inheritdoc/>
    public override LocalizedText Source { get; } = new("what is spent elsewhere", "在别处的支出");

    /// <summary>Counts the headroom.</summary>
    /// <param name="wallet">What the customer can spend on such things in a period, a high quantile among look-alikes, finite, ≥ 0.</param>
    /// <param name="spend">What the customer spends here in a period, finite, ≥ 0.</param>
    /// <param name="marginRate">Profit of a unit of money spent, in [0, 1].</param>
    /// <param name="discountedTime">D, the expected active time, discounted, finite, ≥ 0.</param>
    public static WalletUpside Of(double wallet, double spend, double marginRate, double discountedTime) =>
        new(Math.Max(0, Given.NotNegative(wallet, nameof(wallet)) - Given.NotNegative(spend, nameof(spend))) * Given.Part(marginRate, nameof(marginRate)) * Given.NotNegative(discountedTime, nameof(discountedTime)));
}
