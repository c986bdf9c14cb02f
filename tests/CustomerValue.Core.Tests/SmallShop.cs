using CustomerValue.Customers;
using NodaTime;

namespace CustomerValue.Tests;

/// <summary>Two hundred customers who bought now and then in 2025, and two who have not bought.</summary>
internal static class SmallShop
{
    /// <summary>The lines, in the order of the customers.</summary>
    public static IReadOnlyList<Purchase> Purchases()
    {
        Random random = new(20250101);
        List<Purchase> lines = [];
        for (int customer = 0; customer < 200; customer++)
        {
            int day = random.Next(180);
            for (int purchase = random.Next(1, 8); purchase > 0 && day < 365; purchase--, day += 1 + random.Next(60))
            {
                lines.Add(new Purchase
                {
                    Customer = new CustomerId($"{(char)('a' + (customer % 26))}{customer}"),
                    Date = new LocalDate(2025, 1, 1).PlusDays(day),
                    Amount = random.Next(100, 10_000) / 100m,
                    Cost = random.Next(50, 100) / 100m,
                    Currency = new Currency("CNY"),
                });
            }
        }

        return lines;
    }

    public static CustomerBase Customers()
    {
        PurchaseSummaryBuilder builder = new(new Currency("CNY"));
        builder.Add(Purchases());
        IEnumerable<CustomerProfile> prospects = new[] { "x-prospect", "潜在" }.Select(id => new CustomerProfile { Customer = new CustomerId(id), Attributes = new Dictionary<string, string>() });
        return new CustomerBase(builder.Build(ObservationWindow.Through(new LocalDate(2025, 12, 31)), TimeUnit.Week), prospects);
    }
}
