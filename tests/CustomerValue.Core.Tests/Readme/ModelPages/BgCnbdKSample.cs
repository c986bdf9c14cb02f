using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.BgCnbdK;

namespace CustomerValue.Tests.Readme.ModelPages;

internal static class BgCnbdKSample
{
    public static void Run(SummaryColumns columns, TextWriter Console)
    {
        // sample
        FitResult<PurchaseModel> fit = new BgCnbdKEstimator().Fit(columns);
        BgCnbdKModel model = new(r: 0.227, alpha: 1.463, a: 0.944, b: 2.074, k: 2, TimeUnit.Week);
        PurchaseSummary customer = new(frequency: 4, recency: 20, age: 38.86);
        Console.WriteLine($"alive {model.ProbabilityAlive(customer):F3}, {model.ExpectedPurchases(customer, 39):F2} purchases in 39 weeks");
        // end of sample
    }
}
