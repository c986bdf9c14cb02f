using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.HierarchicalBayes;
using CustomerValue.LifetimeValue.ParetoGgg;

namespace CustomerValue.Tests.Readme.ModelPages;

internal static class ParetoGggSample
{
    public static void Run(SummaryColumns columns, TextWriter Console)
    {
        // sample
        PosteriorFit fit = new ParetoGggEstimator().Sample(columns, horizons: [52], new FitOptions { Sampling = new SamplingOptions { Draws = 2000, Thinning = 10 } });
        Console.WriteLine($"{fit.Report.Converged} {fit.Report.Reason?.English} {fit.Customers[0].Purchases[0].Mean:F1}");
        // end of sample
    }
}
