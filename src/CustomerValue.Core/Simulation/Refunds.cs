using CustomerValue.Customers;
using NodaTime;

namespace CustomerValue.Simulation;

/// <summary>Takes things back.</summary>
internal static class Refunds
{
    private const int LongestDays = 14;

    /// <summary>The refund lines of an order: none for most. Half of the refunds are of the whole order; else one of several lines comes back, or the price of the only line is lowered.</summary>
    public static IEnumerable<Purchase> Make(Random random, SimulatedRetailerOptions options, IReadOnlyList<Purchase> order)
    {
        bool refunded = random.Chance(options.RefundShare);
        LocalDate date = order[0].Date.PlusDays(1 + random.Next(LongestDays));
        if (!refunded || date > options.LastDay)
            return [];
        if (random.Chance(0.5))
            return order.Select(line => Returned(line, date));
        if (order.Count > 1)
            return [Returned(order[random.Next(order.Count)], date)];

        decimal reduction = Math.Round(order[0].Amount * (decimal)(0.1 + (0.4 * random.NextDouble())), 2);
        return reduction > 0 ? [order[0] with { Date = date, Amount = -reduction, Cost = 0, Quantity = 0 }] : [];
    }

    private static Purchase Returned(Purchase line, LocalDate date) =>
        line with { Date = date, Amount = -line.Amount, Cost = -line.Cost, Quantity = -line.Quantity };
}
