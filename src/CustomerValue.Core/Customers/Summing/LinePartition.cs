using CustomerValue.Numerics;

namespace CustomerValue.Customers.Summing;

/// <summary>
/// The lines up to a day, parted into buckets of neighbouring customers that fit a processor's cache. Inside a bucket the lines stand
/// in the order in which they were added.
/// </summary>
internal sealed class LinePartition
{
    /// <summary>Lines that a bucket should hold: 256 KiB, so that sorting it stays in the second-level cache.</summary>
    private const int LinesPerBucket = 1 << 14;

    /// <summary>More buckets than this cost more in scattered writes than they save.</summary>
    private const int MostBuckets = 1 << 11;

    private readonly LineEntry[] entries;
    private readonly long[]? costs;
    private readonly int[] starts;
    private readonly int customerBits;

    private LinePartition(LineEntry[] entries, long[]? costs, int[] starts, int customerBits, int dayBits, int firstDay, int days)
    {
        this.entries = entries;
        this.costs = costs;
        this.starts = starts;
        this.customerBits = customerBits;
        DayBits = dayBits;
        FirstDay = firstDay;
        Days = days;
    }

    public int Buckets => starts.Length - 1;

    /// <summary>How many lines.</summary>
    public int Count => entries.Length;

    public bool HasCosts => costs is not null;

    /// <summary>The day that keys count from.</summary>
    public int FirstDay { get; }

    /// <summary>How many days there are from the first to the last one kept.</summary>
    public int Days { get; }

    /// <summary>The bits of a key that hold the day.</summary>
    public int DayBits { get; }

    /// <summary>The bits of a key in use.</summary>
    public int KeyBits => customerBits + DayBits;

    /// <summary>The lines of a bucket; may be sorted in place.</summary>
    public Span<LineEntry> Entries(int bucket) => entries.AsSpan(starts[bucket], starts[bucket + 1] - starts[bucket]);

    /// <summary>The costs of a bucket's lines, in the order in which they were added; empty where there are none.</summary>
    public ReadOnlySpan<long> Costs(int bucket) => costs is null ? default : costs.AsSpan(starts[bucket], starts[bucket + 1] - starts[bucket]);

    /// <summary>The customer of a line.</summary>
    public int Customer(int bucket, uint key) => (bucket << customerBits) + (int)(key >> DayBits);

    /// <summary>The day of a line, counted from <see cref="FirstDay"/>.</summary>
    public int Day(uint key) => (int)(key & ((1u << DayBits) - 1));

    public static LinePartition Make(LineStore lines, int customers, int lastDay, int workers, CancellationToken cancellationToken)
    {
        int firstDay = lines.FirstDay;
        int days = lines.Count == 0 ? 0 : Math.Max(0, Math.Min(lastDay, lines.LastDay) - firstDay + 1);
        int dayBits = Bits(days);
        int customerBits = CustomerBits(lines.Count, customers, dayBits);
        int buckets = customers == 0 ? 0 : ((customers - 1) >> customerBits) + 1;

        IReadOnlyList<LineChunk> chunks = lines.Chunks;
        int[][] places = new int[chunks.Count][];
        Partitions.For(chunks.Count, workers, (_, chunk) => places[chunk] = CountByBucket(chunks[chunk].Lines, buckets, customerBits, firstDay, days), cancellationToken);
        int[] starts = Places(places, buckets);

        LineEntry[] entries = new LineEntry[starts[buckets]];
        long[]? costs = chunks.Any(chunk => !chunk.Lines.Costs.IsEmpty) ? new long[entries.Length] : null;
        LinePartition partition = new(entries, costs, starts, customerBits, dayBits, firstDay, days);
        Partitions.For(chunks.Count, workers, (_, chunk) => partition.Scatter(chunks[chunk].Lines, places[chunk]), cancellationToken);
        return partition;
    }

    /// <summary>The bits that hold 0 to <paramref name="values"/> − 1.</summary>
    private static int Bits(int values)
    {
        int bits = 0;
        while (1L << bits < values)
            bits++;
        return bits;
    }

    private static int CustomerBits(long lines, int customers, int dayBits)
    {
        int bits = 0;
        while (dayBits + bits < 32 && 1L << bits < customers && (customers >> bits >= MostBuckets || (lines << (bits + 1)) / customers <= LinesPerBucket))
            bits++;
        return bits;
    }

    private static int[] CountByBucket(PurchaseBatch lines, int buckets, int customerBits, int firstDay, int days)
    {
        ReadOnlySpan<int> customers = lines.Customers;
        ReadOnlySpan<int> lineDays = lines.Days;
        int[] counts = new int[buckets];
        for (int i = 0; i < customers.Length; i++)
        {
            if (lineDays[i] - firstDay < days)
                counts[customers[i] >> customerBits]++;
        }

        return counts;
    }

    /// <summary>Turns the counts of each chunk into the places of its first lines; returns where the buckets start.</summary>
    private static int[] Places(int[][] counts, int buckets)
    {
        int[] starts = new int[buckets + 1];
        int place = 0;
        for (int bucket = 0; bucket < buckets; bucket++)
        {
            starts[bucket] = place;
            foreach (int[] chunk in counts)
            {
                int count = chunk[bucket];
                chunk[bucket] = place;
                place = checked(place + count);
            }
        }

        starts[buckets] = place;
        return starts;
    }

    private void Scatter(PurchaseBatch lines, int[] places)
    {
        ReadOnlySpan<int> customers = lines.Customers;
        ReadOnlySpan<int> lineDays = lines.Days;
        ReadOnlySpan<long> amounts = lines.Amounts;
        ReadOnlySpan<int> orders = lines.Orders;
        uint customerMask = (1u << customerBits) - 1;
        for (int i = 0; i < customers.Length; i++)
        {
            int day = lineDays[i] - FirstDay;
            if (day >= Days)
                continue;
            int place = places[customers[i] >> customerBits]++;
            entries[place] = new LineEntry
            {
                Amount = amounts[i],
                Key = (((uint)customers[i] & customerMask) << DayBits) | (uint)day,
                Order = orders.IsEmpty ? -1 : orders[i],
            };
            if (costs is not null)
                costs[place] = lines.Costs.IsEmpty ? PurchaseBatch.UnknownCost : lines.Costs[i];
        }
    }
}
