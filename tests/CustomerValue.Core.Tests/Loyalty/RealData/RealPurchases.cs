using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.Loyalty.Events;
using NodaTime;
using NodaTime.Text;

namespace CustomerValue.Tests.Loyalty.RealData;

/// <summary>Real purchases as orders, in the order in which they happened.</summary>
internal static class RealPurchases
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["America/New_York"];

    /// <summary>A year of a supermarket: baskets with their lines. Products have no names here; forty categories stand for their departments.</summary>
    public static IReadOnlyList<OrderPaid> CompleteJourney(int oneOf)
    {
        LocalDateTimePattern pattern = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss");
        Dictionary<string, (string Household, Instant At, List<OrderLine> Lines)> baskets = [];
        foreach (string line in SharedData.Lines("data/completejourney/transactions_sample.csv.gz").Skip(1))
        {
            string[] fields = line.Replace("\"", "", StringComparison.Ordinal).Split(',');
            if (int.Parse(fields[0], CultureInfo.InvariantCulture) % oneOf != 0)
                continue;
            if (!baskets.TryGetValue(fields[2], out (string Household, Instant At, List<OrderLine> Lines) basket))
                baskets[fields[2]] = basket = (fields[0], Zone.AtLeniently(pattern.Parse(fields[10]).Value).ToInstant(), []);
            decimal quantity = decimal.Parse(fields[4], CultureInfo.InvariantCulture);
            basket.Lines.Add(new()
            {
                Id = (basket.Lines.Count + 1).ToString(CultureInfo.InvariantCulture),
                Product = fields[3],
                Category = "d" + (int.Parse(fields[3], CultureInfo.InvariantCulture) % 40).ToString(CultureInfo.InvariantCulture),
                Quantity = quantity > 0 ? quantity : 1,
                Amount = RealPrograms.Dollars(Math.Round(decimal.Parse(fields[5], NumberStyles.Float, CultureInfo.InvariantCulture), 2)),
            });
        }

        return InOrder(baskets.Select(basket => Order("cj-" + basket.Key, basket.Value.Household, basket.Value.At, basket.Value.Lines)));
    }

    /// <summary>Eighteen months of a shop for CDs: one line each.</summary>
    public static IReadOnlyList<OrderPaid> Cdnow(int oneOf)
    {
        LocalDatePattern pattern = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");
        return InOrder(SharedData.Lines("data/cdnow/cdnow_master_transactions.csv.gz").Skip(1).Select((line, at) => (Fields: line.Split(','), at))
            .Where(row => int.Parse(row.Fields[0], CultureInfo.InvariantCulture) % oneOf == 0)
            .Select(row => Order(
                "cd-" + row.at.ToString("D6", CultureInfo.InvariantCulture),
                row.Fields[0],
                Zone.AtLeniently(pattern.Parse(row.Fields[1]).Value + new LocalTime(12, 0)).ToInstant(),
                [new() { Id = "1", Product = "cd", Category = "d1", Quantity = decimal.Parse(row.Fields[2], CultureInfo.InvariantCulture), Amount = RealPrograms.Dollars(decimal.Parse(row.Fields[3], CultureInfo.InvariantCulture)) }])));
    }

    private static OrderPaid Order(string id, string member, Instant at, IReadOnlyList<OrderLine> lines) =>
        new() { Key = id, Member = new(member), OccurredAt = at, Order = new() { Id = id, Lines = lines } };

    private static IReadOnlyList<OrderPaid> InOrder(IEnumerable<OrderPaid> orders) => [.. orders.OrderBy(order => order.OccurredAt).ThenBy(order => order.Order.Id, StringComparer.Ordinal)];
}
