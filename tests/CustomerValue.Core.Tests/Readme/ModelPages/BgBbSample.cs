using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.BgBb;

namespace CustomerValue.Tests.Readme.ModelPages;

internal static class BgBbSample
{
    public static void Run(TextWriter Console)
    {
        // sample
        // Patterns of six yearly appeals: taken, last one taken, how many there were; and how many donors followed each.
        SummaryColumns donors = new(TimeUnit.Year, frequency: [0, 1, 1, 3, 6], recency: [0, 1, 6, 5, 6], age: [6, 6, 6, 6, 6]);
        FitOptions options = new() { Weights = [3464, 1091, 129, 225, 1203] };
        FitResult<PurchaseModel> fit = new BgBbEstimator().Fit(donors, options);

        BgBbModel model = new(1.204, 0.750, 0.657, 2.783, TimeUnit.Year);
        PurchaseSummary donor = new(frequency: 3, recency: 5, age: 6);
        Console.WriteLine($"alive at the sixth appeal {model.ProbabilityAlive(donor):F3}, at the seventh {model.ProbabilityAlive(donor, 1):F3}");
        Console.WriteLine($"{model.ExpectedPurchases(donor, 5):F2} of the next five, the median {model.PurchaseQuantile(donor, 5, 0.5)}");
        Console.WriteLine($"DERT {model.DiscountedExpectedResidualTransactions(donor, 0.10):F2}");
        // end of sample
    }
}
