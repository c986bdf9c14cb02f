namespace CustomerValue.Customers;

/// <summary>Makes the columns of <see cref="ColumnNames.OfPurchases"/>; missing for prospects.</summary>
internal static class PurchaseColumns
{
    public static NumberColumn? Make(CustomerBase customers, string name)
    {
        PurchaseSummaries purchases = customers.Purchases;
        if (purchases.Count == 0 || (name == ColumnNames.Profit && !purchases.HasCost))
            return null;
        double[] values = new double[customers.Count];
        for (int row = 0; row < values.Length; row++)
            values[row] = row < purchases.Count ? Value(purchases, name, row) : double.NaN;
        return new NumberColumn(name, values);
    }

    private static double Value(PurchaseSummaries purchases, string name, int row)
    {
        int lastDay = NodaTime.Period.DaysBetween(PurchaseSummaries.Epoch, purchases.Window.LastDay);
        double frequency = purchases.Columns.Frequency[row] + 1.0;
        return name switch
        {
            ColumnNames.RecencyDays => lastDay - purchases.LastDays[row],
            ColumnNames.Frequency => frequency,
            ColumnNames.Revenue => (double)purchases.Revenue[row],
            ColumnNames.MeanSpend => (double)purchases.Revenue[row] / frequency,
            ColumnNames.TenureDays => lastDay - purchases.FirstDays[row],
            _ => (double)(purchases.Revenue[row] - purchases.Cost[row]),
        };
    }
}
