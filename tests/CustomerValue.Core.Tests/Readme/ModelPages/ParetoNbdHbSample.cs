using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.HierarchicalBayes;
using CustomerValue.LifetimeValue.ParetoNbdHb;

namespace CustomerValue.Tests.Readme.ModelPages;

internal static class ParetoNbdHbSample
{
    public static void Run(SummaryColumns columns, TextWriter Console)
    {
        // sample
        PosteriorFit fit = new ParetoNbdHbEstimator().Sample(columns, horizons: [52], new FitOptions { Sampling = new SamplingOptions { Seed = 7 } });
        CustomerPosterior first = fit.Customers[0];
        Console.WriteLine($"alive {first.ProbabilityAlive:P0}, λ {first.PurchaseRate.Low:F3} to {first.PurchaseRate.High:F3}, {first.Purchases[0].Mean:F1} purchases in 52 weeks");
        // end of sample
    }
}
