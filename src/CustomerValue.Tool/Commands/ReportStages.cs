using CustomerValue.Appraisal;
using CustomerValue.Appraisal.Lifecycles;
using CustomerValue.Customers;
using CustomerValue.Lifecycle.Evaluation;
using CustomerValue.Lifecycle.Standard;
using CustomerValue.LifetimeValue.MbgNbd;
using NodaTime;

namespace CustomerValue.Tool.Commands;

/// <summary>The stages of a report's customers on the last day, and at the ends of the months before it.</summary>
internal static class ReportStages
{
    /// <summary>Months that a page shows: two years, of which the first says how things were.</summary>
    private const int MostMonths = 24;

    public static ValueSources Add(ValueSources sources, ReportInput input, LocalDate last, CancellationToken cancellation)
    {
        PurchaseCalendar purchases = input.Purchases.BuildCalendar(ObservationWindow.Through(last), cancellation);
        LifecycleSetup setup = LifecycleSetup.Of(purchases, last, new MbgNbdEstimator(), cancellationToken: cancellation);
        LifecycleEvaluator evaluator = new(RetailLifecycle.Create(), setup.Clock, setup.Models);
        LocalDate first = PurchaseSummaries.Epoch.PlusDays(Enumerable.Range(0, purchases.Count).Min(row => purchases.Of(row)[0]));
        LocalDate[] dates = [.. Enumerable.Range(0, MostMonths).Select(back => last.PlusMonths(back + 1 - MostMonths)).Where(date => date >= first)];
        StageSummaries sums = evaluator.Summarize(purchases, last, cancellation);
        return sources with
        {
            Stages = evaluator.At(sums, last, cancellation),
            StagesOverTime = dates.Length < 2 ? null : evaluator.Over(purchases, dates, cancellation),
            StagesBefore = evaluator.At(purchases, last.PlusMonths(-1), cancellation),
        };
    }
}
