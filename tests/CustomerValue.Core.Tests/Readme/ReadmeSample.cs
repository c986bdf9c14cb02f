using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.GammaGamma;
using CustomerValue.LifetimeValue.MbgNbd;
using CustomerValue.Simulation;

namespace CustomerValue.Tests.Readme;

/// <summary>The sample of README.md: its usings and what stands between the marks.</summary>
internal static class ReadmeSample
{
    public static void Run(TextWriter Console)
    {
        // sample
        PurchaseSummaryBuilder builder = new(SimulatedRetailer.Currency);
        builder.Add(SimulatedRetailer.Simulate().Purchases);
        SummaryColumns customers = builder.Build(ObservationWindow.Through(builder.LastDate!.Value), TimeUnit.Week).Columns;
        PurchaseModel purchases = new MbgNbdEstimator().Fit(customers).Model;
        SpendModel spend = new GammaGammaEstimator().Fit(customers).Model;
        PurchaseSummary customer = customers[0];
        double each = spend.ExpectedSpend(customer.Frequency, customer.Spend);
        Console.WriteLine($"alive {purchases.ProbabilityAlive(customer):F3}, {purchases.ExpectedPurchases(customer, horizon: 52):F2} purchases of {each:F2} CNY in a year");
        Console.WriteLine($"worth {each * purchases.DiscountedExpectedPurchases(customer, horizon: 52, discountRate: 0.10):F2} CNY today");
        // end of sample
    }
}
