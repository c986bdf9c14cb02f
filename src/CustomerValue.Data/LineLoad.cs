using CustomerValue.Customers;

namespace CustomerValue.Data;

/// <summary>Reads product and quantity of every purchase row, beside the reading of the purchase itself.</summary>
internal sealed class LineLoad(int batchSize, long budget, bool mayBeDropped)
{
    private readonly int[] products = new int[batchSize];
    private readonly long[] quantities = new long[batchSize];
    private Utf8Keys? productKeys;

    /// <summary>The lines read; null before the first good row of a file with products, and where they were dropped.</summary>
    public PurchaseLines? Lines { get; private set; }

    /// <summary>Whether there were more lines than the budget allows, and none are kept.</summary>
    public bool IsDropped { get; private set; }

    /// <summary>Reads the quantity of a row into place <paramref name="at"/>; false where it is no number. Empty fields are unknown.</summary>
    public bool Judge(RowReader reader, int[] columns, int at)
    {
        if (!Keeps(columns))
            return true;
        quantities[at] = PurchaseBatch.UnknownCost;
        ReadOnlySpan<byte> quantity = Field(reader, columns, PurchaseField.Quantity);
        return quantity.IsEmpty || FieldText.TryMillionths(quantity, out quantities[at]);
    }

    /// <summary>Numbers the product of a row that is good otherwise; false where it is no key.</summary>
    public bool Number(RowReader reader, int[] columns, int at, PurchaseSummaryBuilder purchases)
    {
        if (!Keeps(columns))
            return true;
        if (Lines is null)
        {
            Lines = new PurchaseLines(purchases, budget);
            productKeys = new(Lines.Products);
        }

        ReadOnlySpan<byte> product = Field(reader, columns, PurchaseField.Product);
        products[at] = product.IsEmpty ? -1 : productKeys!.GetOrAdd(product);
        return product.IsEmpty || products[at] >= 0;
    }

    public void Flush(PurchaseBatch lines, int[] columns)
    {
        if (!Keeps(columns))
            return;
        int batch = lines.Customers.Length;
        if (mayBeDropped && (Lines!.Count + (long)batch) * PurchaseLines.BytesALine > budget)
            (Lines, IsDropped) = (null, true);
        else
            Lines!.Add(lines, products.AsSpan(0, batch), quantities.AsSpan(0, batch));
    }

    private bool Keeps(int[] columns) => !IsDropped && columns[(int)PurchaseField.Product] >= 0;

    private static ReadOnlySpan<byte> Field(RowReader reader, int[] columns, PurchaseField field) => columns[(int)field] < 0 ? default : reader.Field(columns[(int)field]);
}
