using CustomerValue.Customers;
using NodaTime;

namespace CustomerValue.Tests.Customers;

/// <summary>Few customers, days, orders and amounts, so that same days, refunds that fit and ties are common.</summary>
internal static class RandomPurchases
{
    public static readonly LocalDate FirstDay = new(2023, 12, 20);
    public const int Days = 40;

    public static List<Purchase> Make(int seed)
    {
        Random random = new(seed);
        int lines = random.Next(120);
        bool withCosts = random.Next(2) == 0;
        bool withOrders = random.Next(3) > 0;
        return Enumerable.Range(0, lines).Select(_ => new Purchase
        {
            // Numbers given in the order of input differ from the order of ids.
            Customer = new CustomerId("k" + ((random.Next(6) * 7) + 5)),
            Date = FirstDay.PlusDays(random.Next(Days)),
            Amount = random.Next(4) switch
            {
                0 => -random.Next(1, 12),
                1 => random.Next(0, 3),
                _ => random.Next(0, 400) / 100m,
            },
            Cost = withCosts && random.Next(3) > 0 ? random.Next(-100, 300) / 100m : null,
            Order = withOrders && random.Next(3) > 0 ? "o" + random.Next(8) : null,
        }).ToList();
    }

    public static ObservationWindow Window(int seed)
    {
        Random random = new(seed);
        LocalDate start = FirstDay.PlusDays(random.Next(-3, Days));
        LocalDate end = start.PlusDays(random.Next(1, Days + 5));
        return random.Next(3) == 0 ? ObservationWindow.Through(end) : ObservationWindow.Between(start, end);
    }

    public static PurchaseSummaryBuilder Builder(IEnumerable<Purchase> purchases, int workers = 2)
    {
        PurchaseSummaryBuilder builder = new() { Workers = workers };
        builder.Add(purchases);
        return builder;
    }
}
