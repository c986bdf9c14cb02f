using CustomerValue.Customers;
using NodaTime;

namespace CustomerValue.Benchmarks;

/// <summary>The three columns of RFM.</summary>
internal sealed class RfmColumns(PurchaseSummaries purchases)
{
    private static readonly int LastDay = Period.DaysBetween(PurchaseSummaries.Epoch, PurchaseLines.Window.LastDay);

    public double[] RecencyDays { get; } = Array.ConvertAll(purchases.LastDays.ToArray(), day => (double)(LastDay - day));

    public double[] Frequency { get; } = Array.ConvertAll(purchases.Columns.Frequency.ToArray(), repeats => repeats + 1.0);

    public double[] Monetary { get; } = Array.ConvertAll(purchases.Revenue.ToArray(), revenue => (double)revenue);
}
