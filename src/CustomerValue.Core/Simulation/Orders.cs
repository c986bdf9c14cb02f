using CustomerValue.Customers;
using CustomerValue.Numerics;
using NodaTime;

namespace CustomerValue.Simulation;

/// <summary>Makes the lines of an order out of its value.</summary>
internal static class Orders
{
    public static IReadOnlyList<string> Channels { get; } = ["store", "web", "app", "phone"];

    /// <summary>How likely orders of one, two, three and four lines are.</summary>
    private static readonly double[] lineWeights = [0.45, 0.30, 0.17, 0.08];

    /// <summary>An order whose lines sum to <paramref name="cents"/> exactly. The value comes first and the products follow it: so the order's value keeps its distribution.</summary>
    public static IReadOnlyList<Purchase> Make(Random random, SimulatedTruth customer, string order, LocalDate date, long cents)
    {
        string channel = Channels[random.Choose(SegmentTraits.All[(int)customer.Segment].Channels)];
        long lines = Math.Min(cents, 1 + random.Choose(lineWeights));
        List<Purchase> made = [];
        for (long left = lines; left > 0; left--)
        {
            long part = left == 1 ? cents : Part(random, cents, left);
            cents -= part;
            made.Add(Line(random, customer, order, date, channel, part));
        }

        return made;
    }

    /// <summary>A part of the cents that leaves at least one for each other line.</summary>
    private static long Part(Random random, long cents, long lines)
    {
        double share = Sampling.Beta(random, 3, 3 * (lines - 1));
        return Math.Max(1, Math.Min(cents - lines + 1, (long)Math.Round(share * cents)));
    }

    private static Purchase Line(Random random, SimulatedTruth customer, string order, LocalDate date, string channel, long cents)
    {
        Product product = Catalogue.Choose(random, customer, cents / 100.0);
        return new Purchase
        {
            Customer = customer.Customer,
            Date = date,
            Amount = cents * 0.01m,
            Currency = SimulatedRetailer.Currency,
            Cost = Math.Round(cents * (decimal)(1 - product.Margin)) * 0.01m,
            Quantity = Math.Max(1, Math.Round(cents / (decimal)(100 * product.Price))),
            Product = product.Name,
            Category = product.Category,
            Channel = channel,
            Order = order,
        };
    }
}
