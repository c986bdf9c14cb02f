using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.Simulation;
using NodaTime;
using NodaTime.Text;

namespace CustomerValue.Tests.Lifecycle;

/// <summary>Bases of customers whose stages are recorded.</summary>
internal static class Bases
{
    public static readonly LocalDate[] Quarters1997 = [new(1997, 3, 31), new(1997, 6, 30), new(1997, 9, 30), new(1997, 12, 31), new(1998, 6, 30)];

    public static readonly LocalDate[] Simulated2025 = [new(2024, 2, 29), new(2024, 3, 1), new(2024, 9, 30), new(2025, 6, 30), new(2025, 12, 31)];

    /// <summary>The 2,357 customers of the CDNOW sample; skips where the data is not there.</summary>
    /// <param name="through">Purchases up to a day.</param>
    /// <param name="without">Purchases that are left out, as if they were given back or not known yet.</param>
    public static PurchaseCalendar Cdnow(LocalDate through, Func<int, bool>? without = null)
    {
        LocalDatePattern pattern = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");
        return Calendar(SharedData.Lines("data/cdnow/cdnow_sample_transactions.csv").Skip(1).Select(line => line.Split(','))
            .Select(fields => new Purchase { Customer = new CustomerId(fields[0]), Date = pattern.Parse(fields[2]).Value, Amount = decimal.Parse(fields[4], CultureInfo.InvariantCulture) }), default, through, without);
    }

    public static PurchaseCalendar Simulated(LocalDate through, Func<int, bool>? without = null) =>
        Calendar(SimulatedRetailer.Simulate(new() { Customers = 300 }).Purchases, SimulatedRetailer.Currency, through, without);

    private static PurchaseCalendar Calendar(IEnumerable<Purchase> purchases, Currency currency, LocalDate through, Func<int, bool>? without)
    {
        PurchaseSummaryBuilder builder = new(currency);
        int row = 0;
        foreach (Purchase purchase in purchases)
        {
            if (purchase.Date <= through && !(without?.Invoke(row) ?? false))
                builder.Add(purchase);
            row++;
        }

        return builder.BuildCalendar(ObservationWindow.Through(through));
    }
}
