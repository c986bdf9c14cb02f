using CustomerValue.Customers;
using CustomerValue.PotentialValue.CrossSell;
using CustomerValue.PotentialValue.Recommendation;
using NodaTime;

namespace CustomerValue.Tests.Readme.ValuePages;

internal static class CrossSellSample
{
    public static void Run(TextWriter Console)
    {
        // sample
        // Sixty customers have coffee, ten filters too; within half a year twelve more buy filters, and four a grinder, which leaves more over.
        LocalDate start = new(2024, 1, 1), cut = new(2024, 7, 1);
        List<Purchase> purchases = [];
        void Buy(int customer, string product, LocalDate day, decimal amount, decimal cost) =>
            purchases.Add(new() { Customer = new CustomerId($"{customer:00}"), Product = product, Date = day, Amount = amount, Cost = cost });
        for (int customer = 0; customer < 60; customer++)
        {
            Buy(customer, "coffee", start, 9, 5);
            if (customer < 10)
                Buy(customer, "filters", start.PlusDays(9), 4, 1);
            if (customer < 2)
                Buy(customer, "grinder", start.PlusDays(9), 80, 50);
            if (customer is >= 10 and < 22)
                Buy(customer, "filters", cut.PlusDays(customer), 4, 1);
            if (customer is >= 20 and < 24)
                Buy(customer, "grinder", cut.PlusDays(customer), 80, 50);
        }

        IRecommenderEstimator popularity = RecommenderCandidate.Defaults.Single(candidate => candidate.Name == "popularity");
        RankCalibration chances = RankCalibration.Of(purchases, cut, popularity, new RankCalibrationOptions { Ranks = 2, Through = new(2024, 12, 31) });
        for (int rank = 0; rank < 2; rank++)
            Console.WriteLine($"rank {rank + 1}: {chances.Bought[rank]} of {chances.Recommended[rank]}, a year {chances.PerYear[rank]:0.000} ({chances.PerYearLow[rank]:0.000} to {chances.PerYearHigh[rank]:0.000})");

        Interactions shop = Interactions.Of(purchases);
        CrossSellColumn upside = CrossSellColumn.Of(popularity.Fit(shop), shop, chances, ProductMargins.Of(purchases));
        int customer59 = upside.RowOf(new CustomerId("59"));
        Console.WriteLine($"{upside.PerYear[customer59]:0.00} a year ({upside.PerYearLow[customer59]:0.00} to {upside.PerYearHigh[customer59]:0.00})");
        Console.WriteLine(upside.Explain(customer59));
        // end of sample
    }
}
