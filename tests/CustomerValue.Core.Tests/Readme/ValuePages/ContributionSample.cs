using CustomerValue.Contribution;
using CustomerValue.Contribution.Full;
using CustomerValue.Customers;
using CustomerValue.Labels;
using NodaTime;

namespace CustomerValue.Tests.Readme.ValuePages;

internal static class ContributionSample
{
    public static void Run(TextWriter Console)
    {
        // sample
        CustomerId ann = new("Ann"), bob = new("Bob");
        LocalDate day = new(2024, 1, 10);
        Purchase[] sales =
        [
            new() { Customer = ann, Date = day, Amount = 1000, Cost = 600 },
            new() { Customer = ann, Date = day.PlusDays(20), Amount = -100, Cost = -60 },
            new() { Customer = bob, Date = day, Amount = 500, Cost = 300 },
        ];
        FullContributionCalculator calculator = new(
            new ContributionData
            {
                Sales = sales,
                Services = [new() { Customer = ann, Date = day, Activity = "visit", Quantity = 1 }, new() { Customer = bob, Date = day, Activity = "visit", Quantity = 3 }],
                Invoices = [new() { Customer = bob, Date = day, DueDate = new LocalDate(2024, 1, 31), PaidDate = new LocalDate(2024, 3, 1), Amount = 365 }],
                SharedCosts = [new() { Key = "rent", Name = new LocalizedText("Rent", "租金"), Date = day, Amount = 100, Driver = AllocationDriver.NetSales }],
            },
            new FullContributionOptions { Activities = [new() { Key = "visit", Name = new LocalizedText("Visits", "拜访"), Rate = 40 }], CapitalRate = 0.08m });

        PurchaseSummaryBuilder builder = new();
        builder.Add(sales);
        CustomerBase customers = new(builder.Build(ObservationWindow.Through(new LocalDate(2024, 3, 31)), TimeUnit.Week));
        ContributionTable table = calculator.Calculate(customers);
        foreach (ContributionPart part in table.Parts)
            Console.WriteLine($"{part.Name.English}: {part.Amounts[0]:0.00}, {part.Amounts[1]:0.00}");
        Console.WriteLine($"Net: {table.Value[0]:0.00}, {table.Value[1]:0.00}; basis points {string.Join(" + ", table.WholeShares())}");
        // end of sample
    }
}
