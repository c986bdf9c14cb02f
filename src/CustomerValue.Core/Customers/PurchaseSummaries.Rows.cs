namespace CustomerValue.Customers;

/// <content>Some of the customers.</content>
public sealed partial class PurchaseSummaries
{
    /// <summary>Some rows; of customers without a purchase those that are asked for.</summary>
    internal PurchaseSummaries Only(ReadOnlySpan<int> rows, HashSet<CustomerId> withoutPurchase)
    {
        SummaryColumns columns = new(
            Columns.Unit,
            Some(Columns.Frequency, rows),
            Some(Columns.Recency, rows),
            Some(Columns.Age, rows),
            Columns.HasSpend ? Some(Columns.Spend, rows) : null,
            Some(Columns.Customers, rows),
            Columns.LogGaps.IsEmpty ? null : Some(Columns.LogGaps, rows),
            Columns.LogSpend.IsEmpty ? null : Some(Columns.LogSpend, rows));
        SummaryReport report = Report with { CustomersWithoutPurchase = [.. Report.CustomersWithoutPurchase.Where(withoutPurchase.Contains)] };
        return new PurchaseSummaries(Window, Currency, columns, Some<int>(firstDays, rows), Some<int>(lastDays, rows), Some<decimal>(revenue, rows), cost is null ? null : Some<decimal>(cost, rows), [], report)
        {
            LastGapDays = LastGapDays is null ? null : Some<int>(LastGapDays, rows),
            GapBeforeDays = GapBeforeDays is null ? null : Some<int>(GapBeforeDays, rows),
        };
    }

    private static T[] Some<T>(ReadOnlySpan<T> values, ReadOnlySpan<int> rows)
    {
        T[] some = new T[rows.Length];
        for (int i = 0; i < some.Length; i++)
            some[i] = values[rows[i]];
        return some;
    }
}
