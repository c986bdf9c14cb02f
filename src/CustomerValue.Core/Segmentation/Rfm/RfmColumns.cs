using System.Buffers;
using CustomerValue.Customers;
using NodaTime;

namespace CustomerValue.Segmentation.Rfm;

/// <summary>The buyers' recency, frequency and money as columns of borrowed memory.</summary>
internal readonly ref struct RfmColumns
{
    private readonly double[] borrowed;
    private readonly int count;

    public RfmColumns(PurchaseSummaries purchases)
    {
        count = purchases.Count;
        borrowed = ArrayPool<double>.Shared.Rent(3 * count);
        int lastDay = LastDay(purchases);
        for (int row = 0; row < count; row++)
        {
            borrowed[row] = lastDay - purchases.LastDays[row];
            borrowed[count + row] = FrequencyOf(purchases, row);
            borrowed[(2 * count) + row] = MonetaryOf(purchases, row);
        }
    }

    /// <summary>Days from the last purchase to the window's last day.</summary>
    public static double RecencyDaysOf(PurchaseSummaries purchases, int row) => LastDay(purchases) - purchases.LastDays[row];

    /// <summary>Days with a purchase, the first one counted.</summary>
    public static double FrequencyOf(PurchaseSummaries purchases, int row) => purchases.Columns.Frequency[row] + 1.0;

    /// <summary>Revenue in the window.</summary>
    public static double MonetaryOf(PurchaseSummaries purchases, int row) => (double)purchases.Revenue[row];

    public ReadOnlySpan<double> RecencyDays => borrowed.AsSpan(0, count);

    public ReadOnlySpan<double> Frequency => borrowed.AsSpan(count, count);

    public ReadOnlySpan<double> Monetary => borrowed.AsSpan(2 * count, count);

    public void Dispose() => ArrayPool<double>.Shared.Return(borrowed);

    private static int LastDay(PurchaseSummaries purchases) => Period.DaysBetween(PurchaseSummaries.Epoch, purchases.Window.LastDay);
}
