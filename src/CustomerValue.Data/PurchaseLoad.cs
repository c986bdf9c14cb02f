using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.Data;

/// <summary>One reading of purchases: judges every row, adds good ones to the builder in batches, keeps what is wrong.</summary>
internal sealed class PurchaseLoad(PurchaseReadOptions options, ProgressMeter meter, CancellationToken cancellationToken)
{
    private const int BatchSize = 1 << 14;
    private readonly TableField[] fields =
    [
        new("customer", true, "customerid", "customerkey", "customernumber", "customerno", "customercode", "custid", "clientid", "userid", "memberid", "householdid"),
        new("date", true, "orderdate", "purchasedate", "transactiondate", "invoicedate", "saledate", "paymentdate"),
        new("amount", options.AmountRequired, "salesamount", "saleamount", "totalamount", "orderamount", "revenue", "sales", "salesvalue", "ordervalue", "dollarvalue", "spend"),
        new("cost", false, "totalcost", "totalproductcost", "cogs"),
        new("order", false, "orderid", "ordernumber", "orderno", "salesordernumber", "invoice", "invoiceid", "invoiceno", "invoicenumber", "transactionid", "basketid"),
        new("currency", false, "currencycode"),
        new("quantity", false),
        new("product", false, options.Lines ? ["productid", "productkey", "productname", "productcode", "productno", "sku", "upc", "item", "itemid", "stockcode"] : []),
        new("category", false),
        new("channel", false),
        new("discount", false, "discountamount", "retaildisc", "discountvalue"),
        new("time", false, "ordertime", "timeofday", "purchasetime"),
    ];

    private readonly ProblemLog log = new();
    private readonly CurrencyCheck currency = new(options.Currency);
    private readonly int[] customers = new int[BatchSize];
    private readonly int[] days = new int[BatchSize];
    private readonly long[] amounts = new long[BatchSize];
    private readonly long[] costs = new long[BatchSize];
    private readonly int[] orders = new int[BatchSize];
    private readonly HabitLoad? habits = options.Habits ? new(BatchSize, options.HabitsThrough) : null;
    private readonly LineLoad? lines = options.Lines ? new(BatchSize, options.LinesBudget, options.LinesMayBeDropped) : null;
    private PurchaseSummaryBuilder? builder;
    private Utf8Keys? customerKeys;
    private Utf8Keys? orderKeys;
    private int[] columns = [];
    private bool isRefused;
    private bool hasAmounts = true;
    private long rows;
    private long skipped;

    /// <summary>Reads a source to its end.</summary>
    public void Read(TableSource source)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            using RowReader reader = RowReader.Open(source, cancellationToken);
            ReadRows(source, reader);
        }
        catch (DataRejectedException refusal)
        {
            log.Add(refusal);
            isRefused = true;
        }
    }

    /// <summary>What was read, or the refusal.</summary>
    public PurchaseReadResult Finish()
    {
        if (isRefused || currency.IsMixed || !options.SkipBadRows || rows == skipped)
            log.ThrowIfAny();
        return new()
        {
            Builder = builder!,
            Rows = rows,
            SkippedRows = skipped,
            Problems = log.First,
            ProblemCount = log.Count,
            HasAmounts = hasAmounts,
            Habits = habits?.Builder,
            Lines = lines?.Lines,
            LinesDropped = lines is { IsDropped: true },
        };
    }

    private void ReadRows(TableSource source, RowReader reader)
    {
        long before = log.Count;
        columns = ColumnMap.Find(reader.Source, reader.Columns, fields, options.Columns, log);
        if (log.Count > before)
        {
            isRefused = true;
            return;
        }

        hasAmounts &= columns[(int)PurchaseField.Amount] >= 0;
        reader.Select(columns[..(habits is null && lines is null ? (int)PurchaseField.Currency + 1 : columns.Length)].Where(column => column >= 0).Distinct().ToArray());
        int batch = 0;
        while (reader.Read())
        {
            if (!Judge(reader, batch))
                skipped++;
            else if (++batch == BatchSize)
                Flush(ref batch);
            if (reader.Rows % RowReader.RowsBetweenChecks == 0)
                meter.Report(source, rows + reader.Rows, reader.Fraction);
        }

        Flush(ref batch);
        rows += reader.Rows;
        meter.Finish(source, rows);
    }

    /// <summary>Reads the current row into place <paramref name="at"/> of the batch; false where it is bad.</summary>
    private bool Judge(RowReader reader, int at)
    {
        if (reader.Broken is { } broken)
        {
            log.Add(reader, broken);
            return false;
        }

        bool good = true;
        ReadOnlySpan<byte> customer = reader.Field(columns[(int)PurchaseField.Customer]);
        if (!FieldText.TryDay(reader.Field(columns[(int)PurchaseField.Date]), out days[at]))
            good = Bad(reader, PurchaseField.Date, FieldText.WantDate);
        amounts[at] = 0;
        if (columns[(int)PurchaseField.Amount] >= 0 && !FieldText.TryMillionths(reader.Field(columns[(int)PurchaseField.Amount]), out amounts[at]))
            good = Bad(reader, PurchaseField.Amount, FieldText.WantAmount);
        costs[at] = PurchaseBatch.UnknownCost;
        if (columns[(int)PurchaseField.Cost] >= 0 && reader.Field(columns[(int)PurchaseField.Cost]) is { Length: > 0 } cost && !FieldText.TryMillionths(cost, out costs[at]))
            good = Bad(reader, PurchaseField.Cost, FieldText.WantAmount);
        if (!currency.Judge(reader, columns[(int)PurchaseField.Currency], log))
            good = false;
        if (habits?.Judge(reader, columns, at, amounts[at]) is { } wrong)
            good = Bad(reader, wrong.Field, wrong.Want);
        else if (lines?.Judge(reader, columns, at) == false)
            good = Bad(reader, PurchaseField.Quantity, FieldText.WantAmount);
        if (good)
            return Number(reader, at, customer);
        if (!Utf8Keys.IsValid(customer))
            Bad(reader, PurchaseField.Customer, FieldText.WantKey);
        return false;
    }

    /// <summary>Numbers order and customer. The customer comes last: one of whom no row is good must not appear.</summary>
    private bool Number(RowReader reader, int at, ReadOnlySpan<byte> customer)
    {
        if (builder is null)
        {
            builder = new(currency.Known);
            customerKeys = new(builder.Customers);
            orderKeys = new(builder.Orders);
        }

        ReadOnlySpan<byte> order = columns[(int)PurchaseField.Order] < 0 ? default : reader.Field(columns[(int)PurchaseField.Order]);
        orders[at] = order.IsEmpty ? -1 : orderKeys!.GetOrAdd(order);
        bool good = order.IsEmpty || orders[at] >= 0 || Bad(reader, PurchaseField.Order, FieldText.WantKey);
        if (good && habits?.Number(reader, columns, at, builder) is { } key)
            good = Bad(reader, key, FieldText.WantKey);
        if (good && lines?.Number(reader, columns, at, builder) == false)
            good = Bad(reader, PurchaseField.Product, FieldText.WantKey);
        if (good)
            customers[at] = customerKeys!.GetOrAdd(customer);
        bool valid = good ? customers[at] >= 0 : Utf8Keys.IsValid(customer);
        return valid ? good : Bad(reader, PurchaseField.Customer, FieldText.WantKey);
    }

    private bool Bad(RowReader reader, PurchaseField field, string message)
    {
        log.Add(reader, message, fields[(int)field].Name, reader.Field(columns[(int)field]));
        return false;
    }

    /// <summary>Adds the batch, unless all is refused already and reading goes on only to find every problem.</summary>
    private void Flush(ref int batch)
    {
        if (batch > 0 && !isRefused && !currency.IsMixed && (log.Count == 0 || options.SkipBadRows))
        {
            PurchaseBatch rowsRead = new()
            {
                Customers = customers.AsSpan(0, batch),
                Days = days.AsSpan(0, batch),
                Amounts = amounts.AsSpan(0, batch),
                Costs = columns[(int)PurchaseField.Cost] < 0 ? default : costs.AsSpan(0, batch),
                Orders = columns[(int)PurchaseField.Order] < 0 ? default : orders.AsSpan(0, batch),
            };
            builder!.Add(rowsRead);
            habits?.Flush(rowsRead);
            lines?.Flush(rowsRead, columns);
        }

        batch = 0;
    }
}
