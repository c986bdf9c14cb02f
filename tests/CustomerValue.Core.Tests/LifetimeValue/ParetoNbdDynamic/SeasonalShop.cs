using CustomerValue.Customers;
using CustomerValue.LifetimeValue.ParetoNbdDynamic;
using NodaTime;

namespace CustomerValue.Tests.LifetimeValue.ParetoNbdDynamic;

/// <summary>Purchases of a shop with a season that is high at the year's turn, and three campaigns; the last one is to come.</summary>
internal static class SeasonalShop
{
    public static readonly DateInterval[] Campaigns =
    [
        new(new LocalDate(2023, 6, 5), new LocalDate(2023, 6, 18)), new(new LocalDate(2024, 6, 3), new LocalDate(2024, 6, 16)), new(new LocalDate(2025, 6, 2), new LocalDate(2025, 6, 15)),
    ];

    public static Purchase[] Purchases(int customers)
    {
        CovariatePeriods days = new(new LocalDate(2023, 1, 1), 1, 731);
        CovariatePaths paths = CovariatePaths.Of(CalendarCovariates.Harmonics(days, 1).With(CalendarCovariates.Intervals(days, "campaign", Campaigns)), TimeUnit.Week);
        ParetoNbdDynamicScorer truth = new ParetoNbdDynamicModel(0.9, 7, 0.8, 25, [new("cos 1", 0.6), new("sin 1", -0.2), new("campaign", 0.9)], [], TimeUnit.Week).Over(paths);
        Random random = new(2024);
        List<Purchase> purchases = [];
        for (int i = 0; i < customers; i++)
        {
            int first = random.Next(300);
            Buy(first);
            foreach (double time in truth.SimulatePurchaseTimes(random, CovariateHistory.New(paths, (first + 1) / 7.0), (730 - first) / 7.0))
                Buy(first + (int)Math.Ceiling(7 * time));

            void Buy(int day) => purchases.Add(new Purchase { Customer = new CustomerId($"C{i + 1:D4}"), Date = days.Start.PlusDays(day), Amount = 20 });
        }

        return [.. purchases];
    }
}
