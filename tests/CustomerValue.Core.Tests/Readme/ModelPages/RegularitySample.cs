using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.MbgCnbdK;
using CustomerValue.LifetimeValue.Regularity;
using NodaTime;

namespace CustomerValue.Tests.Readme.ModelPages;

internal static class RegularitySample
{
    public static void Run(PurchaseSummaryBuilder purchases, TextWriter Console)
    {
        // sample
        PurchaseSummaries summaries = purchases.BuildDetailed(ObservationWindow.Through(new LocalDate(2024, 6, 30)), TimeUnit.Week);
        RegularityEstimate? byPairs = RegularityEstimator.ByWheatMorrison(summaries);
        RegularityEstimate? byLikelihood = RegularityEstimator.ByLikelihood(summaries.Columns);
        Console.WriteLine($"k = {byPairs?.Regularity:F2} by pairs, {byLikelihood?.Regularity:F2} by all gaps, p = {byLikelihood?.PValue:F3}");
        if (byLikelihood is { WholeRegularity: > 1, PValue: < 0.01 })
        {
            FitResult<PurchaseModel> fit = new MbgCnbdKEstimator().Fit(summaries.Columns);
            Console.WriteLine($"k = {fit.Report.Parameters[4].Value} with leaving in the model");
        }
        // end of sample
    }
}
