using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.BgNbd;
using CustomerValue.LifetimeValue.Choice;
using CustomerValue.LifetimeValue.MbgNbd;
using NodaTime;

namespace CustomerValue.Tests.Readme.ModelPages;

internal static class ChoosingSample
{
    public static void Run(PurchaseSummaryBuilder purchases, LocalDate lastDay, TextWriter Console)
    {
        // sample
        IReadOnlyList<ForecastOrigin> origins = ForecastOrigin.Rolling(purchases, lastDay, TimeUnit.Week, count: 4, holdoutDays: 91);
        ModelComparison comparison = ModelComparison.Of([new MbgNbdEstimator(), new BgNbdEstimator()], origins);
        Console.WriteLine(comparison.Recommendation.Reason.English);
        foreach (ModelEvaluation model in comparison.Models)
            Console.WriteLine($"{model.Model}: log score {model.LogScore?.Mean:F4}, MAE {model.Average(accuracy => accuracy.MeanAbsoluteError)?.Mean:F4}");
        // end of sample
    }
}
