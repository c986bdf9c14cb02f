using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.MbgNbd;
using CustomerValue.LifetimeValue.Uncertainty;

namespace CustomerValue.Tests.Readme.ModelPages;

internal static class UncertaintySample
{
    public static void Run(SummaryColumns columns, TextWriter Console)
    {
        // sample
        FitResult<PurchaseModel> fit = new MbgNbdEstimator().Fit(columns);
        ParameterUncertainty uncertainty = ParameterUncertainty.Of(fit)!;
        NumberInterval rate = uncertainty.Interval(model => model.Parameters[0].Value / model.Parameters[1].Value);
        Console.WriteLine($"mean rate {rate.Low:F3} to {rate.High:F3} a week");

        double[] low = new double[columns.Count];
        double[] high = new double[columns.Count];
        uncertainty.ExpectedPurchases(columns, 39, 0.95, low, high);

        BootstrapResult<PurchaseModel> bootstrap = Bootstrap.Run(new MbgNbdEstimator(), columns, new BootstrapOptions { Replicates = 500, Seed = 7 });
        ModelDraws draws = new(bootstrap.Models);
        int atMost = draws.PurchaseQuantile(columns[0], 39, 0.95);
        Console.WriteLine($"{low[0]:F2} to {high[0]:F2} purchases expected in 39 weeks; with 95 % at most {atMost}");
        // end of sample
    }
}
