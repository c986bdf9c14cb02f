using CustomerValue.Contribution;
using CustomerValue.Contribution.Full;
using CustomerValue.Customers;
using CustomerValue.Labels;
using NodaTime;

namespace CustomerValue.Tests.Contribution.Full;

/// <summary>Ann and Bob in the first quarter of 2024, small enough to add up by hand.</summary>
internal static class TwoCustomers
{
    public static readonly Currency Yuan = new("CNY");
    public static readonly CustomerId Ann = new("Ann"), Bob = new("Bob");
    public static readonly ObservationWindow Quarter = ObservationWindow.Between(new LocalDate(2024, 1, 1), new LocalDate(2024, 4, 1));

    public static readonly ContributionData Data = new()
    {
        Sales = [Sale(Ann, 1, 5, 1000, 600), Sale(Ann, 2, 5, -100, -60), Sale(Bob, 1, 10, 500, 300)],
        Services =
        [
            new ServiceRecord { Customer = Ann, Date = new LocalDate(2024, 1, 4), Activity = "visit", Quantity = 1 },
            new ServiceRecord { Customer = Bob, Date = new LocalDate(2024, 1, 9), Activity = "visit", Quantity = 3 },
            new ServiceRecord { Customer = Ann, Date = new LocalDate(2024, 1, 6), Activity = "freight", Amount = 12.50m, Currency = Yuan },
        ],
        Invoices = [new Invoice { Customer = Bob, Date = new LocalDate(2024, 1, 10), DueDate = new LocalDate(2024, 1, 31), PaidDate = new LocalDate(2024, 3, 1), Amount = 365, Currency = Yuan }],
        SharedCosts = [Rent(100)],
    };

    public static readonly FullContributionOptions Options = new()
    {
        Activities =
        [
            new ActivityDefinition { Key = "visit", Name = new LocalizedText("Visits", "拜访"), Rate = 40 },
            new ActivityDefinition { Key = "freight", Name = new LocalizedText("Freight", "运费") },
        ],
    };

    public static Purchase Sale(CustomerId customer, int month, int day, decimal amount, decimal? cost = null, string? order = null) =>
        new() { Customer = customer, Date = new LocalDate(2024, month, day), Amount = amount, Cost = cost, Currency = Yuan, Order = order };

    public static SharedCost Rent(decimal amount, AllocationDriver driver = AllocationDriver.NetSales, string? activity = null) =>
        new() { Key = "rent", Name = new LocalizedText("Rent", "租金"), Date = new LocalDate(2024, 2, 1), Amount = amount, Driver = driver, Activity = activity };

    public static CustomerBase BaseOf(IEnumerable<Purchase> sales, params string[] prospects)
    {
        PurchaseSummaryBuilder builder = new(Yuan);
        builder.Add(sales);
        return new CustomerBase(builder.Build(Quarter, TimeUnit.Week), prospects.Select(id => new CustomerProfile { Customer = new CustomerId(id), Attributes = new Dictionary<string, string>() }));
    }
}
