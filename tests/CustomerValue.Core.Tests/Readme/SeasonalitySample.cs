using CustomerValue.Customers;
using CustomerValue.LifetimeValue.ParetoNbdDynamic;
using NodaTime;

namespace CustomerValue.Tests.Readme;

internal static class SeasonalitySample
{
    public static void Run(IEnumerable<Purchase> purchases, IEnumerable<DateInterval> campaigns, TextWriter Console)
    {
        // sample
        LocalDate lastDay = new(2024, 12, 31);
        CovariatePeriods weeks = CovariatePeriods.Through(new LocalDate(2023, 1, 1), lastDay.PlusDays(365));
        PeriodCovariates calendar = CalendarCovariates.Harmonics(weeks, 1).With(CalendarCovariates.Intervals(weeks, "campaign", campaigns));
        CovariateHistories histories = PurchaseDays.Histories(PurchaseDays.Of(purchases), lastDay, calendar, TimeUnit.Week, PathContinuation.LastYear);

        ParetoNbdDynamicFit fit = new ParetoNbdDynamicEstimator().Fit(histories, dropoutCovariates: []);
        foreach ((var parameter, double error) in fit.Report.Parameters.Zip(fit.Report.StandardErrors!))
            Console.WriteLine($"{parameter.Name}: {parameter.Value:F2} ± {error:F2}");
        Console.WriteLine($"without the calendar {fit.Plain.LogLikelihood:F0}, with it {fit.Report.LogLikelihood:F0}");

        ParetoNbdDynamicScorer scorer = fit.Model.Over(histories.Paths);
        double[] expected = new double[histories.Count];
        double until = 0;
        for (int quarter = 1; quarter <= 4; quarter++)
        {
            scorer.ExpectedPurchases(histories, 13 * quarter, expected);
            Console.WriteLine($"quarter {quarter}: {expected.Sum() - until:F0} purchases to come");
            until = expected.Sum();
        }

        CovariateHistory one = histories[20];
        Console.WriteLine($"{histories.Columns.Customers[20]}: alive {scorer.ProbabilityAlive(one):F3}, DERT {scorer.DiscountedExpectedResidualTransactions(one, 0.10):F1}");
        // end of sample
    }
}
