using CustomerValue.Customers;
using CustomerValue.PotentialValue.Wallet;

namespace CustomerValue.Tests.Readme.ValuePages;

internal static class WalletSample
{
    public static void Run(TextWriter Console)
    {
        // sample
        // A hundred households: income in thousands, children, and what each spends here in two years.
        double[] income = [.. Enumerable.Range(0, 100).Select(i => 20.0 + i)], children = [.. Enumerable.Range(0, 100).Select(i => (double)(i % 3))];
        double[] spend = [.. Enumerable.Range(0, 100).Select(i => income[i] * (3 - children[i]) * (1 + (i * 37 % 10)) / 10)];
        WalletTable households = new([income, children], ["income", "children"]);

        foreach (WalletScore score in WalletValidation.Run(households, spend, tau: 0.9, folds: 5))
            Console.WriteLine($"{score.Name}: loses {score.Pinball:F2}, covers {score.Coverage:P0}");

        QuantileForest forest = QuantileForest.Fit(households, spend);
        WalletEstimate[] wallets = new WalletEstimate[100];
        forest.EstimateFitted(wallets, tau: 0.9);
        WalletColumn column = WalletColumn.Of([.. Enumerable.Range(0, 100).Select(i => new CustomerId($"H{i:00}"))], wallets, spend, years: 2, marginRate: 0.3);
        Console.WriteLine(column.Explain(80));
        Console.WriteLine($"upside a year {column.PerYear[80]:F2}, from {column.PerYearLow[80]:F2} to {column.PerYearHigh[80]:F2}");
        // end of sample
    }
}
