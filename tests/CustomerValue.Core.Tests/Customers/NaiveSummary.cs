using CustomerValue.Customers;
using NodaTime;

namespace CustomerValue.Tests.Customers;

/// <summary>The rules of <see cref="PurchaseSummaryBuilder"/> in the plainest form: decimals, lists, one customer after the other.</summary>
internal static class NaiveSummary
{
    public static NaiveResult Of(IEnumerable<Purchase> purchases, ObservationWindow window, double unitDays)
    {
        List<NaiveRow> rows = [];
        List<UnmatchedRefund> unmatched = [];
        List<string> withoutPurchase = [];
        int full = 0;
        int partial = 0;
        foreach (IGrouping<string, Purchase> customer in purchases.Where(p => p.Date <= window.LastDay).GroupBy(p => p.Customer.Value).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            List<NaiveDay> days = customer.Where(p => p.Amount >= 0).GroupBy(p => p.Date).OrderBy(g => g.Key).Select(g => new NaiveDay(g)).ToList();
            foreach (Purchase refund in customer.Where(p => p.Amount < 0).OrderBy(p => p.Date).ThenBy(p => p.Order is null).ThenBy(p => p.Order, StringComparer.Ordinal).ThenBy(p => p.Amount))
            {
                decimal open = -refund.Amount;
                bool undid = false;
                foreach (NaiveDay day in days.Where(d => d.Date <= refund.Date).Reverse())
                {
                    decimal taken = refund.Order is null
                        ? (open > 0 && day.Left >= open ? open : 0)
                        : Math.Min(open, Math.Min(day.Left, day.LeftOf(refund.Order)));
                    if (taken == 0)
                        continue;
                    day.Left -= taken;
                    if (refund.Order is not null)
                        day.Orders[refund.Order] -= taken;
                    open -= taken;
                    undid |= day.Left == 0;
                }

                if (!window.Contains(refund.Date))
                    continue;
                full += undid ? 1 : 0;
                partial += !undid && open < -refund.Amount ? 1 : 0;
                if (open > 0)
                    unmatched.Add(new UnmatchedRefund { Customer = refund.Customer, Date = refund.Date, Order = refund.Order, Amount = -open });
            }

            List<NaiveDay> left = days.Where(d => d.Left > 0 || d.Value == 0).ToList();
            List<NaiveDay> seen = left.Where(d => window.Contains(d.Date)).ToList();
            if (seen.Count == 0)
            {
                withoutPurchase.Add(customer.Key);
                continue;
            }

            rows.Add(new NaiveRow
            {
                Customer = customer.Key,
                Days = seen.Select(d => d.Date).ToList(),
                Values = seen.Select(d => d.Left).ToList(),
                Frequency = seen.Count - 1,
                Recency = Period.DaysBetween(seen[0].Date, seen[^1].Date) / unitDays,
                Age = Period.DaysBetween(seen[0].Date, window.LastDay) / unitDays,
                Spend = seen.Count == 1 ? 0 : seen.Skip(1).Average(d => d.Left),
                Mean = seen.Average(d => d.Left),
                Revenue = customer.Where(p => window.Contains(p.Date)).Sum(p => p.Amount),
                Cost = customer.Where(p => window.Contains(p.Date)).Sum(p => p.Cost ?? 0),
                LeftTruncated = left.Any(d => d.Date < window.Start),
            });
        }

        return new NaiveResult
        {
            Rows = rows,
            WithoutPurchase = withoutPurchase,
            Full = full,
            Partial = partial,
            Unmatched = unmatched.OrderBy(u => u.Customer).ThenBy(u => u.Date).ThenBy(u => u.Order is null).ThenBy(u => u.Order, StringComparer.Ordinal).ThenBy(u => u.Amount).ToList(),
        };
    }

    private sealed class NaiveDay
    {
        public NaiveDay(IGrouping<LocalDate, Purchase> purchases)
        {
            Date = purchases.Key;
            Value = Left = purchases.Sum(p => p.Amount);
            Orders = purchases.Where(p => p.Order is not null).GroupBy(p => p.Order!).ToDictionary(g => g.Key, g => g.Sum(p => p.Amount));
        }

        public LocalDate Date { get; }

        public decimal Value { get; }

        public decimal Left { get; set; }

        public Dictionary<string, decimal> Orders { get; }

        public decimal LeftOf(string order) => Orders.GetValueOrDefault(order);
    }
}

internal sealed record NaiveRow
{
    public required string Customer { get; init; }

    public required List<LocalDate> Days { get; init; }

    public required List<decimal> Values { get; init; }

    public required int Frequency { get; init; }

    public required double Recency { get; init; }

    public required double Age { get; init; }

    public required decimal Spend { get; init; }

    public required decimal Mean { get; init; }

    public required decimal Revenue { get; init; }

    public required decimal Cost { get; init; }

    public required bool LeftTruncated { get; init; }
}

internal sealed record NaiveResult
{
    public required List<NaiveRow> Rows { get; init; }

    public required List<string> WithoutPurchase { get; init; }

    public required List<UnmatchedRefund> Unmatched { get; init; }

    public required int Full { get; init; }

    public required int Partial { get; init; }
}
