using CustomerValue.Contribution.Demand;
using CustomerValue.Contribution.Trends;
using CustomerValue.Customers;
using NodaTime;

namespace CustomerValue.Tests.Readme.ValuePages;

internal static class DemandSample
{
    public static void Run(TextWriter Console)
    {
        // sample
        CustomerId ann = new("Ann"), bob = new("Bob");
        List<Purchase> lines = [];
        for (int month = 1; month <= 6; month++)
            lines.Add(new() { Customer = ann, Date = new LocalDate(2024, month, 10), Amount = 50, Quantity = 8 + month });
        lines.Add(new() { Customer = bob, Date = new LocalDate(2024, 1, 20), Amount = 10, Quantity = 2 });
        lines.Add(new() { Customer = bob, Date = new LocalDate(2024, 5, 20), Amount = 60, Quantity = 12 });
        lines.Add(new() { Customer = bob, Date = new LocalDate(2024, 6, 20), Amount = 5 });

        PurchaseSummaryBuilder builder = new();
        builder.Add(lines);
        CustomerBase customers = new(builder.Build(ObservationWindow.Through(new LocalDate(2024, 6, 30)), TimeUnit.Week));
        DemandTable demand = DemandContribution.Of(customers, lines, ObservationWindow.Between(new LocalDate(2024, 1, 1), new LocalDate(2024, 7, 1)), PeriodLength.Month);
        for (int row = 0; row < demand.Count; row++)
        {
            Console.WriteLine($"{customers.Customer(row)}: {demand.Explain(row)}");
            Console.WriteLine($"  {demand.ByPeriod.Explain(row)}");
        }

        Console.WriteLine($"Basis points: {string.Join(" + ", demand.WholeShares())}");
        // end of sample
    }
}
