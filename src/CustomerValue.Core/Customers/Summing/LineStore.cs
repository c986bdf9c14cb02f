namespace CustomerValue.Customers.Summing;

/// <summary>All purchase lines of a builder, in chunks, so that growing never copies: 16 bytes a line, 8 more with costs, 4 more with orders.</summary>
internal sealed class LineStore
{
    private const int SmallestChunk = 1 << 8;
    private const int LargestChunk = 1 << 20;

    private readonly List<LineChunk> chunks = [];

    public IReadOnlyList<LineChunk> Chunks => chunks;

    public long Count { get; private set; }

    /// <summary>The earliest day; above <see cref="LastDay"/> where there is no line.</summary>
    public int FirstDay { get; private set; } = int.MaxValue;

    /// <summary>The latest day.</summary>
    public int LastDay { get; private set; } = int.MinValue;

    public void Append(int customer, int day, long amount, long cost, int order)
    {
        Open().Append(customer, day, amount, cost, order);
        Count++;
        FirstDay = Math.Min(FirstDay, day);
        LastDay = Math.Max(LastDay, day);
    }

    public void Append(PurchaseBatch batch)
    {
        int length = batch.Customers.Length;
        for (int start = 0; start < length;)
        {
            LineChunk chunk = Open();
            int fits = Math.Min(chunk.Free, length - start);
            chunk.Append(batch, start, fits);
            start += fits;
            Count += fits;
        }

        foreach (int day in batch.Days)
        {
            FirstDay = Math.Min(FirstDay, day);
            LastDay = Math.Max(LastDay, day);
        }
    }

    /// <summary>How many lines are dated before a day.</summary>
    public long CountBefore(int day)
    {
        long before = 0;
        if (day <= FirstDay)
            return before;
        foreach (LineChunk chunk in chunks)
        {
            foreach (int lineDay in chunk.Lines.Days)
                before += lineDay < day ? 1 : 0;
        }

        return before;
    }

    private LineChunk Open()
    {
        if (chunks.Count == 0 || chunks[chunks.Count - 1].Free == 0)
            chunks.Add(new LineChunk((int)Math.Min(Math.Max(SmallestChunk, Count), LargestChunk)));
        return chunks[chunks.Count - 1];
    }
}
