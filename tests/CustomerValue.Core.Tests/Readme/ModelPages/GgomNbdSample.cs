using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.GgomNbd;

namespace CustomerValue.Tests.Readme.ModelPages;

internal static class GgomNbdSample
{
    public static void Run(SummaryColumns columns, TextWriter Console)
    {
        // sample
        FitResult<PurchaseModel> fit = new GgomNbdEstimator().Fit(columns);
        if (!fit.Report.Converged)
            Console.WriteLine(fit.Report.Reason?.English);

        // Hardly anybody leaves in the first months, most after a year.
        GgomNbdModel model = new(r: 1.2, alpha: 6, b: 0.15, s: 0.7, beta: 60, TimeUnit.Week);
        PurchaseSummary customer = new(frequency: 12, recency: 30, age: 39);
        Console.WriteLine($"alive {model.ProbabilityAlive(customer):F3}, in another half year {model.ProbabilityAlive(customer, horizon: 26):F3}");
        Console.WriteLine($"{model.ExpectedPurchases(customer, horizon: 52):F2} purchases in a year, DERT {model.DiscountedExpectedResidualTransactions(customer, discountRate: 0.1):F2}");
        // end of sample
    }
}
