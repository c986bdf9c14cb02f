namespace CustomerValue.Customers.Summing;

/// <summary>A fixed number of purchase lines as columns. Costs and orders take room only once a line has one.</summary>
internal sealed class LineChunk
{
    private readonly int[] customers;
    private readonly int[] days;
    private readonly long[] amounts;
    private long[]? costs;
    private int[]? orders;

    public LineChunk(int capacity)
    {
        customers = new int[capacity];
        days = new int[capacity];
        amounts = new long[capacity];
    }

    public int Count { get; private set; }

    public int Free => customers.Length - Count;

    /// <summary>The lines; costs and orders are empty where none is known.</summary>
    public PurchaseBatch Lines => new()
    {
        Customers = customers.AsSpan(0, Count),
        Days = days.AsSpan(0, Count),
        Amounts = amounts.AsSpan(0, Count),
        Costs = costs is null ? default : costs.AsSpan(0, Count),
        Orders = orders is null ? default : orders.AsSpan(0, Count),
    };

    public void Append(int customer, int day, long amount, long cost, int order)
    {
        customers[Count] = customer;
        days[Count] = day;
        amounts[Count] = amount;
        if (cost != PurchaseBatch.UnknownCost || costs is not null)
            (costs ??= Filled(PurchaseBatch.UnknownCost))[Count] = cost;
        if (order >= 0 || orders is not null)
            (orders ??= Filled(-1))[Count] = order;
        Count++;
    }

    /// <summary>Appends lines <paramref name="start"/> to <paramref name="start"/> + <paramref name="length"/> of a batch; there must be room.</summary>
    public void Append(PurchaseBatch batch, int start, int length)
    {
        batch.Customers.Slice(start, length).CopyTo(customers.AsSpan(Count));
        batch.Days.Slice(start, length).CopyTo(days.AsSpan(Count));
        batch.Amounts.Slice(start, length).CopyTo(amounts.AsSpan(Count));
        if (!batch.Costs.IsEmpty)
            batch.Costs.Slice(start, length).CopyTo((costs ??= Filled(PurchaseBatch.UnknownCost)).AsSpan(Count));
        if (!batch.Orders.IsEmpty)
            batch.Orders.Slice(start, length).CopyTo((orders ??= Filled(-1)).AsSpan(Count));
        Count += length;
    }

    private T[] Filled<T>(T value)
    {
        T[] column = new T[customers.Length];
        column.AsSpan().Fill(value);
        return column;
    }
}
