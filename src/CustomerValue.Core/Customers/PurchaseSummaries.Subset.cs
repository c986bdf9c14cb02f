namespace CustomerValue.Customers;

/// <content>Some of the customers.</content>
public sealed partial class PurchaseSummaries
{
    /// <summary>The summaries of some rows; what is counted over all customers, by day or in the report, is not split up.</summary>
    internal PurchaseSummaries Subset(int[] rows)
    {
        SummaryColumns columns = new(
            Columns.Unit,
            Take(Columns.Frequency, rows)!,
            Take(Columns.Recency, rows)!,
            Take(Columns.Age, rows)!,
            Columns.HasSpend ? Take(Columns.Spend, rows) : null,
            Take(Columns.Customers, rows),
            Take(Columns.LogGaps, rows),
            Take(Columns.LogSpend, rows));
        return new PurchaseSummaries(Window, Currency, columns, Take<int>(firstDays, rows)!, Take<int>(lastDays, rows)!, Take<decimal>(revenue, rows)!, Take<decimal>(cost, rows), [], Report)
        {
            LastGapDays = Take<int>(LastGapDays, rows),
            GapBeforeDays = Take<int>(GapBeforeDays, rows),
        };
    }

    /// <summary>The values of some rows; null where a column is empty though there are customers, for then it is unknown.</summary>
    private T[]? Take<T>(ReadOnlySpan<T> column, int[] rows)
    {
        if (column.IsEmpty && Count > 0)
            return null;
        T[] some = new T[rows.Length];
        for (int i = 0; i < rows.Length; i++)
            some[i] = column[rows[i]];
        return some;
    }
}
