using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.ShiftedBetaGeometric;

namespace CustomerValue.Tests.Readme.ModelPages;

internal static class SbgSample
{
    public static void Run(TextWriter Console)
    {
        // sample
        // The period at whose end each left, or the age where the customer is still there.
        ContractColumns contracts = ContractColumns.OfPeriods(TimeUnit.Year, recency: [1, 2, 3, 5, 5, 4, 2, 1, 5, 3], age: [5, 5, 5, 5, 5, 4, 5, 2, 5, 3]);
        FitResult<ShiftedBetaGeometricModel> fit = new ShiftedBetaGeometricEstimator().Fit(contracts);

        ShiftedBetaGeometricModel model = new(0.668, 3.806, TimeUnit.Year);
        Console.WriteLine($"{model.Retention(0):F3} renew the first time, {model.Retention(4):F3} of those who did four times");
        Console.WriteLine($"DERL after four renewals {model.DiscountedExpectedResidualLifetime(4, 0.10):F2}");
        Console.WriteLine($"half make at most {model.RenewalQuantile(4, 50, 0.5)} of the next 50");
        // end of sample
    }
}
