using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.ParetoNbd;

namespace CustomerValue.Tests.Readme.ModelPages;

internal static class ParetoNbdSample
{
    public static void Run(SummaryColumns columns, TextWriter Console)
    {
        // sample
        FitResult<PurchaseModel> fit = new ParetoNbdEstimator().Fit(columns);
        PurchaseSummary customer = new(frequency: 2, recency: 30.43, age: 38.86);
        Console.WriteLine($"alive {fit.Model.ProbabilityAlive(customer):F3}, after another half year {fit.Model.ProbabilityAlive(customer, horizon: 26):F3}");
        Console.WriteLine($"{fit.Model.ExpectedPurchases(customer, horizon: 39):F2} purchases in 39 weeks");
        Console.WriteLine($"DERT {fit.Model.DiscountedExpectedResidualTransactions(customer, discountRate: 0.15):F2}");
        // end of sample
    }
}
