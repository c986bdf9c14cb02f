using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.GammaGamma;

namespace CustomerValue.Tests.Readme.ModelPages;

internal static class GammaGammaSample
{
    public static void Run(TextWriter Console)
    {
        // sample
        double[][] purchases = [[12.5, 40, 33], [20], [9, 11], [55, 61, 48, 70]];
        SummaryColumns columns = new(
            TimeUnit.Week,
            frequency: purchases.Select(own => own.Length).ToArray(),
            recency: [30, 4, 12, 36],
            age: [38, 38, 38, 38],
            spend: purchases.Select(own => own.Average()).ToArray(),
            logSpend: purchases.Select(own => own.Sum(Math.Log)).ToArray());
        FitResult<SpendModel> fit = new GammaGammaEachEstimator().Fit(columns, new FitOptions { Penalizer = 0.001 });

        GammaGammaModel model = new(p: 6.25, q: 3.74, v: 15.45);
        Console.WriteLine($"{model.ExpectedSpend(frequency: 0, spend: 0):F2} of whom nothing is known");
        Console.WriteLine($"{model.ExpectedSpend(frequency: 3, spend: 28.5):F2} after three purchases of 28.50 on average");
        // end of sample
    }
}
