namespace CustomerValue.Customers.Summing;

/// <summary>Lays the totals of customers out as columns, ordered by customer id.</summary>
internal static class SummaryAssembly
{
    public static PurchaseSummaries Summaries(CustomerSums sums, LineStore lines, KeyIndex customers, KeyIndex orders, Currency currency, ObservationWindow window, TimeUnit unit)
    {
        int[] order = customers.InOrdinalOrder();
        int[] buyers = Array.FindAll(order, customer => sums.Totals[customer].Purchases > 0);
        CustomerId[] ids = new CustomerId[buyers.Length];
        int[] frequency = new int[buyers.Length];
        double[] recency = new double[buyers.Length];
        double[] age = new double[buyers.Length];
        double[] spend = new double[buyers.Length];
        int[] firstDays = new int[buyers.Length];
        int[] lastDays = new int[buyers.Length];
        decimal[] revenue = new decimal[buyers.Length];
        decimal[]? cost = sums.Costs is null ? null : new decimal[buyers.Length];
        CustomerRhythm[]? rhythms = sums.Rhythms is null ? null : Array.ConvertAll(buyers, customer => sums.Rhythms[customer]);
        int windowEnd = DayNumber.Of(window.LastDay);
        int leftTruncated = 0;
        for (int row = 0; row < buyers.Length; row++)
        {
            CustomerTotals customer = sums.Totals[buyers[row]];
            ids[row] = new CustomerId(customers[buyers[row]]);
            frequency[row] = customer.Purchases - 1;
            recency[row] = (customer.LastDay - customer.FirstDay) / unit.Days();
            age[row] = (windowEnd - customer.FirstDay) / unit.Days();
            spend[row] = Mean(customer.Value - customer.FirstValue, customer.Purchases - 1);
            firstDays[row] = customer.FirstDay;
            lastDays[row] = customer.LastDay;
            revenue[row] = Major(customer.Revenue);
            if (cost is not null)
                cost[row] = Major(sums.Costs![buyers[row]].Value);
            leftTruncated += customer.BoughtBefore ? 1 : 0;
        }

        SummaryReport report = new()
        {
            Lines = lines.Count,
            LinesBeforeWindow = lines.CountBefore(DayNumber.Of(window.Start)),
            LinesAfterWindow = lines.Count - sums.Lines,
            LinesWithoutCost = sums.LinesWithoutCost,
            FullRefunds = sums.Refunds.Full,
            PartialRefunds = sums.Refunds.Partial,
            UnmatchedRefunds = sums.Refunds.Unmatched,
            UnmatchedAmount = Major(sums.Refunds.UnmatchedAmount),
            FirstUnmatched = sums.Refunds.FirstUnmatched().Select(refund => new UnmatchedRefund
            {
                Customer = new CustomerId(customers[refund.Customer]),
                Date = DayNumber.Date(sums.Origin + refund.Day),
                Amount = Major(refund.Amount),
                Order = refund.Order < 0 ? null : orders[refund.Order],
            }).ToArray(),
            LeftTruncatedCustomers = leftTruncated,
            CustomersWithoutPurchase = order.Where(customer => sums.Totals[customer] is { Seen: true, Purchases: 0 }).Select(customer => new CustomerId(customers[customer])).ToArray(),
        };
        SummaryColumns columns = new(unit, frequency, recency, age, spend, ids, Each(rhythms, rhythm => rhythm.LogGaps), Each(rhythms, rhythm => rhythm.LogSpend));
        return new PurchaseSummaries(window, currency, columns, firstDays, lastDays, revenue, cost, RepeatsByDay(sums, firstDays, windowEnd), report)
        {
            LastGapDays = Each(rhythms, rhythm => rhythm.LastGap),
            GapBeforeDays = Each(rhythms, rhythm => rhythm.GapBefore),
        };
    }

    /// <summary>The purchases of a window that follows a calibration's, in the calibration's rows.</summary>
    public static HoldoutColumns Holdout(CustomerSums sums, KeyIndex customers, PurchaseSummaries calibration, double length)
    {
        int[] frequency = new int[calibration.Count];
        double[] spend = new double[calibration.Count];
        for (int row = 0; row < frequency.Length; row++)
        {
            if (!customers.TryGet(calibration.Columns.Customers[row].Value, out int customer))
                continue;
            frequency[row] = sums.Totals[customer].Purchases;
            spend[row] = Mean(sums.Totals[customer].Value, frequency[row]);
        }

        return new HoldoutColumns(length, frequency, spend);
    }

    private static T[]? Each<T>(CustomerRhythm[]? rhythms, Converter<CustomerRhythm, T> value) => rhythms is null ? null : Array.ConvertAll(rhythms, value);

    private static int[] RepeatsByDay(CustomerSums sums, int[] firstDays, int windowEnd)
    {
        if (firstDays.Length == 0)
            return [];
        int first = firstDays.Min();
        int[] byDay = new int[windowEnd - first + 1];
        Array.Copy(sums.RepeatsByDay, first - sums.Origin, byDay, 0, sums.RepeatsByDay.Length - (first - sums.Origin));
        return byDay;
    }

    /// <summary>The mean in major units: an exact sum, rounded once by the division.</summary>
    private static double Mean(long millionths, int count) => count == 0 ? 0 : millionths / ((double)PurchaseBatch.MinorUnits * count);

    private static decimal Major(decimal millionths) => millionths / PurchaseBatch.MinorUnits;
}
