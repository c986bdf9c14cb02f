using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.BgNbd;

namespace CustomerValue.Tests.Readme.ModelPages;

internal static class BgNbdSample
{
    public static void Run(SummaryColumns columns, TextWriter Console)
    {
        // sample
        FitResult<PurchaseModel> fit = new BgNbdEstimator().Fit(columns);
        PurchaseSummary customer = new(frequency: 2, recency: 30.43, age: 38.86);
        Console.WriteLine($"alive {fit.Model.ProbabilityAlive(customer):F3}");
        Console.WriteLine($"{fit.Model.ExpectedPurchases(customer, horizon: 39):F2} purchases in 39 weeks, the median {fit.Model.PurchaseQuantile(customer, horizon: 39, probability: 0.5)}");
        Console.WriteLine($"none with a chance of {fit.Model.ProbabilityOfPurchases(0, customer, horizon: 39):F3}");
        Console.WriteLine($"bought once, nine months ago: alive {fit.Model.ProbabilityAlive(new PurchaseSummary(0, 0, 38.86)):F3}");
        // end of sample
    }
}
