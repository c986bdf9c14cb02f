namespace CustomerValue.Customers.Summing;

/// <summary>Sums up the lines of some customers by day.</summary>
internal static class DayMargins
{
    /// <param name="lines">All lines.</param>
    /// <param name="ranks">By customer number: the place in the answer's order, or −1 for one who is passed over.</param>
    /// <param name="lastDay">The last day whose lines count.</param>
    /// <returns>In the order of ranks, then of days.</returns>
    public static IEnumerable<(int Rank, int Day, decimal Millionths)> Of(LineStore lines, int[] ranks, int lastDay)
    {
        List<Line> kept = [];
        foreach (LineChunk chunk in lines.Chunks)
            Keep(chunk.Lines, ranks, lastDay, kept);
        Line[] sorted = [.. kept];
        Array.Sort(sorted, (left, right) => left.Rank != right.Rank ? left.Rank.CompareTo(right.Rank) : left.Day.CompareTo(right.Day));
        for (int start = 0, end; start < sorted.Length; start = end)
        {
            // A decimal holds the sum of any number of lines that fit into memory.
            decimal sum = 0;
            for (end = start; end < sorted.Length && sorted[end].Rank == sorted[start].Rank && sorted[end].Day == sorted[start].Day; end++)
                sum += (decimal)sorted[end].Amount - sorted[end].Cost;
            yield return (sorted[start].Rank, sorted[start].Day, sum);
        }
    }

    private static void Keep(PurchaseBatch batch, int[] ranks, int lastDay, List<Line> kept)
    {
        for (int i = 0; i < batch.Customers.Length; i++)
        {
            int rank = ranks[batch.Customers[i]];
            if (rank < 0 || batch.Days[i] > lastDay)
                continue;
            long cost = batch.Costs.IsEmpty || batch.Costs[i] == PurchaseBatch.UnknownCost ? 0 : batch.Costs[i];
            kept.Add(new Line(rank, batch.Days[i], batch.Amounts[i], cost));
        }
    }

    private readonly record struct Line(int Rank, int Day, long Amount, long Cost);
}
