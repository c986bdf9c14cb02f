using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.Nbd;

namespace CustomerValue.Tests.Readme.ModelPages;

internal static class NbdSample
{
    public static void Run(SummaryColumns columns, TextWriter Console)
    {
        // sample
        FitResult<PurchaseModel> fit = new NbdEstimator().Fit(columns);
        PurchaseSummary customer = new(frequency: 2, recency: 30.43, age: 38.86);
        Console.WriteLine($"log-likelihood {fit.Report.LogLikelihood:F1}");
        Console.WriteLine($"{fit.Model.ExpectedPurchases(customer, horizon: 39):F2} purchases in 39 weeks");
        // end of sample
    }
}
