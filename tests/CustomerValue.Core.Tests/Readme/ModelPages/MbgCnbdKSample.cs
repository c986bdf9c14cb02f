using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.MbgCnbdK;
using NodaTime;

namespace CustomerValue.Tests.Readme.ModelPages;

internal static class MbgCnbdKSample
{
    public static void Run(PurchaseSummaryBuilder purchases, TextWriter Console)
    {
        // sample
        PurchaseSummaries summaries = purchases.BuildDetailed(ObservationWindow.Through(new LocalDate(2024, 6, 30)), TimeUnit.Week);
        FitResult<PurchaseModel> fit = new MbgCnbdKEstimator().Fit(summaries.Columns);      // chooses k; new MbgCnbdKEstimator(2) takes 2
        Console.WriteLine($"k = {((MbgCnbdKModel)fit.Model).Parameters[4].Value}");

        // Who buys about every three weeks with a beat of k = 3, and has been silent for six.
        MbgCnbdKModel model = new(r: 8, alpha: 8, a: 1, b: 9, k: 3, TimeUnit.Week);
        PurchaseSummary customer = new(frequency: 12, recency: 36, age: 42);
        Console.WriteLine($"alive {model.ProbabilityAlive(customer):F3}, {model.ExpectedPurchases(customer, 52):F1} purchases in a year, the median {model.PurchaseQuantile(customer, 52, 0.5)}");
        // end of sample
    }
}
