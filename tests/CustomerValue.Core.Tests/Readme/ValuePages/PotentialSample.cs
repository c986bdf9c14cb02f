using CustomerValue.PotentialValue;
using CustomerValue.PotentialValue.CrossSell;
using CustomerValue.PotentialValue.Residual;

namespace CustomerValue.Tests.Readme.ValuePages;

internal static class PotentialSample
{
    public static void Run(TextWriter Console)
    {
        // sample
        ResidualValue residual = ResidualValue.OfConstantRetention(retention: 0.8, discount: 0.1, profit: 200);
        CrossSellUpside crossSell = CrossSellUpside.Of([0.3, 0.15, 0.05], [40, 120, 600], owned: [true, false, false], residual.DiscountedTime);
        Console.WriteLine(CustomerPotential.Of(residual, crossSell, kappa: 0.2).Reason);

        WalletUpside wallet = WalletUpside.Of(wallet: 200, spend: 110, marginRate: 0.3, residual.DiscountedTime);
        Console.WriteLine(CustomerPotential.Of(residual, wallet, kappa: 0.2).Reason);

        ProductOffer offer = NextProduct.Offer(utility: [0.2, -0.3, -1.0], margin: [10, 25, 80]);
        Console.WriteLine($"offer product {offer.Product}, expected margin {offer.ExpectedMargin:0.00}");
        // end of sample
    }
}
