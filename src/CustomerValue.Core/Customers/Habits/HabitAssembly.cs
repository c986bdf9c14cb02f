using CustomerValue.Customers.Summing;
using CustomerValue.Validation;

namespace CustomerValue.Customers.Habits;

/// <summary>Puts a builder's sums into the rows of a base.</summary>
internal sealed class HabitAssembly
{
    private readonly HabitBuilder keys;
    private readonly HabitStore store;
    private readonly int[] numberOfRow;
    private readonly int[] rowOfNumber;

    private delegate double Habit(int row, in HabitTotals totals);

    public HabitAssembly(HabitBuilder keys, HabitStore store, CustomerBase customers)
    {
        (this.keys, this.store) = (keys, store);
        numberOfRow = new int[customers.Count];
        rowOfNumber = new int[keys.Customers.Count];
        rowOfNumber.AsSpan().Fill(-1);
        for (int row = 0; row < numberOfRow.Length; row++)
        {
            numberOfRow[row] = keys.Customers.TryGet(customers.Customer(row).Value, out int number) ? number : -1;
            if (numberOfRow[row] >= 0)
                rowOfNumber[number] = row;
        }
    }

    public CustomerColumn[] Columns()
    {
        RefuseOverflows();
        double[] orders = OrdersOf(), weekend = new double[orders.Length], timed = new double[orders.Length];
        double[][] parts = Array.ConvertAll(HabitColumns.DayParts, _ => new double[orders.Length]);
        CountMoments(weekend, timed, parts);
        List<CustomerColumn> columns =
        [
            Of(HabitColumns.Orders, (int row, in HabitTotals totals) => totals.Lines + totals.Returns == 0 ? double.NaN : orders[row]),
            Of(HabitColumns.Lines, (int _, in HabitTotals totals) => totals.Lines + totals.Returns == 0 ? double.NaN : totals.Lines),
            Of(HabitColumns.BasketValue, (int row, in HabitTotals totals) => Mean(totals.Bought, orders[row])),
            Of(HabitColumns.BasketLines, (int row, in HabitTotals totals) => Ratio(totals.Lines, orders[row])),
            Of(HabitColumns.BasketPieces, (int row, in HabitTotals totals) => totals.LinesWithQuantity == totals.Lines ? Mean(totals.Quantity, orders[row]) : double.NaN),
            Of(HabitColumns.DiscountShare, (int _, in HabitTotals totals) => Ratio(totals.Discount.Value, (double)totals.Discount.Value + totals.BoughtWithKnownDiscount.Value)),
            Of(HabitColumns.ReturnRate, (int _, in HabitTotals totals) => Ratio(-(double)totals.Returned.Value, totals.Bought.Value)),
            Of(HabitColumns.ReturnLines, (int _, in HabitTotals totals) => Ratio(totals.Returns, totals.Lines)),
            Of(HabitColumns.WeekendShare, (int row, in HabitTotals _) => Ratio(weekend[row], orders[row])),
        ];
        for (int part = 0; part < parts.Length; part++)
        {
            double[] inPart = parts[part];
            columns.Add(Of(HabitColumns.DayParts[part], (int row, in HabitTotals _) => Ratio(inPart[row], timed[row])));
        }

        columns.Add(Distinct(HabitColumns.Channels, store.Channels));
        columns.AddRange(new HabitMix(store.Channels, Names(keys.Channels), rowOfNumber, numberOfRow.Length).Columns(HabitColumns.MainChannel, HabitColumns.MainChannelShare, HabitColumns.ChannelShare));
        columns.Add(Distinct(HabitColumns.Categories, store.Categories));
        (PairMap tops, string[] names) = TopLevels();
        columns.AddRange(new HabitMix(tops, names, rowOfNumber, numberOfRow.Length).Columns(HabitColumns.MainCategory, HabitColumns.MainCategoryShare, HabitColumns.CategoryShare));
        return [.. columns.Where(column => Enumerable.Range(0, column.Count).Any(row => !column.IsMissing(row)))];
    }

    private static double Ratio(double part, double whole) => whole == 0 ? double.NaN : part / whole;

    private static double Mean(in ExactSum sum, double count) => Ratio(sum.Value, PurchaseBatch.MinorUnits * count);

    private static string[] Names(KeyIndex index) => Enumerable.Range(0, index.Count).Select(number => index[number]).ToArray();

    private NumberColumn Of(string name, Habit value)
    {
        double[] values = new double[numberOfRow.Length];
        for (int row = 0; row < values.Length; row++)
            values[row] = numberOfRow[row] < 0 ? double.NaN : value(row, store[numberOfRow[row]]);
        return new NumberColumn(name, values);
    }

    private double[] OrdersOf()
    {
        double[] orders = new double[numberOfRow.Length];
        store.Orders.Visit((customer, _, _) => Increase(orders, customer));
        return orders;
    }

    private void CountMoments(double[] weekend, double[] timed, double[][] parts) => store.Orders.Visit((customer, _, moment) =>
    {
        int day = (int)(moment >> HabitStore.MomentBits), second = (int)(moment & ((1 << HabitStore.MomentBits) - 1));
        // 1970-01-01, day 0, was a Thursday; Monday is 0 here, Saturday and Sunday are 5 and 6.
        if ((((day + 3) % 7) + 7) % 7 >= 5)
            Increase(weekend, customer);
        if (second == HabitStore.UnknownTime)
            return;
        Increase(timed, customer);
        Increase(parts[(second / 3600) switch { < 6 => 0, < 11 => 1, < 14 => 2, < 18 => 3, _ => 4 }], customer);
    });

    private void Increase(double[] counts, int customer)
    {
        if (rowOfNumber[customer] >= 0)
            counts[rowOfNumber[customer]]++;
    }

    /// <summary>How many different ones each customer has; missing where none is known.</summary>
    private NumberColumn Distinct(string name, PairMap pairs)
    {
        double[] counts = new double[numberOfRow.Length];
        pairs.Visit((customer, _, _) => Increase(counts, customer));
        return new NumberColumn(name, Array.ConvertAll(counts, count => count == 0 ? double.NaN : count));
    }

    private (PairMap Amounts, string[] Names) TopLevels()
    {
        KeyIndex tops = new();
        int[] topOf = Array.ConvertAll(Names(keys.Categories), category =>
        {
            string top = category.Split('/')[0].Trim();
            return tops.GetOrAdd(top.Length == 0 ? category : top);
        });
        PairMap amounts = new();
        store.Categories.Visit((customer, category, amount) =>
        {
            ref long sum = ref amounts.Of(customer, topOf[category], 0);
            sum += amount;
        });
        return (amounts, Names(tops));
    }

    private void RefuseOverflows()
    {
        DataProblem[] problems = [.. Enumerable.Range(0, keys.Customers.Count).Where(customer => store[customer].Overflowed).Select(customer => keys.Customers[customer]).OrderBy(id => id, StringComparer.Ordinal).Select(id => new DataProblem
        {
            Field = "amount",
            Value = id,
            Message = "is a customer whose amounts, discounts or pieces sum to more than 9.2·10¹², which cannot be kept exactly; check them, or give them in a larger unit.",
        })];
        if (problems.Length > 0)
            throw new DataRejectedException(problems);
    }
}
