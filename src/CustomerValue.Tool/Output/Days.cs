using System.Globalization;
using CustomerValue.Customers;
using NodaTime;

namespace CustomerValue.Tool.Output;

/// <summary>Days as the command writes them.</summary>
internal static class Days
{
    public static string Iso(this LocalDate date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The first day on which anybody bought; there must be a customer.</summary>
    public static LocalDate EarliestPurchase(this PurchaseSummaries purchases) => PurchaseSummaries.Epoch.PlusDays(purchases.FirstDays.ToArray().Min());
}
