namespace CustomerValue.Customers.Summing;

/// <summary>One worker's share of the summing: turns buckets of lines into totals of customers.</summary>
internal sealed class CustomerFold
{
    private readonly LinePartition partition;
    private readonly CustomerTotals[] totals;
    private readonly ExactSum[]? costs;
    private readonly CustomerRhythm[]? rhythms;
    private readonly double gapUnit;
    private readonly int windowStart;
    private readonly LineSort sort = new();
    private readonly RefundMatcher matcher;

    /// <param name="partition">The lines.</param>
    /// <param name="totals">Written, a customer a place.</param>
    /// <param name="costs">Written, a customer a place; null where there are no costs.</param>
    /// <param name="rhythms">Written, a customer a place; null where nobody asks.</param>
    /// <param name="gapUnit">Days of the unit of their gaps.</param>
    /// <param name="windowStart">The window's first day, counted from the partition's first day.</param>
    /// <param name="order">The order of refunds.</param>
    public CustomerFold(LinePartition partition, CustomerTotals[] totals, ExactSum[]? costs, CustomerRhythm[]? rhythms, double gapUnit, int windowStart, RefundOrder order)
    {
        this.partition = partition;
        this.totals = totals;
        this.costs = costs;
        this.rhythms = rhythms;
        this.gapUnit = gapUnit;
        this.windowStart = windowStart;
        matcher = new RefundMatcher(order);
        Refunds = new RefundTally(order);
        RepeatsByDay = new int[partition.Days];
    }

    /// <summary>Takes up each day of purchase in the window; null where nobody asks.</summary>
    public PurchaseDayList? Days { get; init; }

    /// <summary>What became of the refunds.</summary>
    public RefundTally Refunds { get; }

    /// <summary>Repeat purchases by day, counted from the partition's first day.</summary>
    public int[] RepeatsByDay { get; }

    /// <summary>Whether any line dated in the window has a cost.</summary>
    public bool HasCosts { get; private set; }

    /// <summary>Lines dated in the window whose cost is unknown.</summary>
    public long WithoutCost { get; private set; }

    /// <summary>Customers whose amounts sum to more than a long holds.</summary>
    public List<int> Overflows { get; } = [];

    public void Fold(int bucket)
    {
        if (costs is not null)
            AddCosts(bucket, costs);
        ReadOnlySpan<LineEntry> lines = sort.Sort(partition.Entries(bucket), partition.KeyBits);
        int dayBits = partition.DayBits;
        for (int start = 0, end = 0; start < lines.Length; start = end)
        {
            uint key = lines[start].Key;
            long signs = 0;
            for (; end < lines.Length && lines[end].Key >> dayBits == key >> dayBits; end++)
                signs |= lines[end].Amount;
            int customer = partition.Customer(bucket, key);
            totals[customer].Seen = true;
            if (signs < 0)
                AddWithRefunds(customer, lines.Slice(start, end - start));
            else
                AddPurchases(customer, lines.Slice(start, end - start));
        }
    }

    private void AddCosts(int bucket, ExactSum[] sums)
    {
        ReadOnlySpan<LineEntry> lines = partition.Entries(bucket);
        ReadOnlySpan<long> values = partition.Costs(bucket);
        for (int i = 0; i < values.Length; i++)
        {
            if (partition.Day(lines[i].Key) < windowStart)
                continue;
            if (values[i] == PurchaseBatch.UnknownCost)
            {
                WithoutCost++;
                continue;
            }

            sums[partition.Customer(bucket, lines[i].Key)].Add(values[i]);
            HasCosts = true;
        }
    }

    private void AddPurchases(int customer, ReadOnlySpan<LineEntry> lines)
    {
        ref CustomerTotals sum = ref totals[customer];
        long all = 0;
        bool overflowed = false;
        for (int i = 0; i < lines.Length;)
        {
            int day = partition.Day(lines[i].Key);
            long before = all;
            for (; i < lines.Length && partition.Day(lines[i].Key) == day; i++)
                overflowed |= (all = unchecked(all + lines[i].Amount)) < 0;
            AddDay(customer, ref sum, day, all - before);
        }

        // Without refunds what was bought in the window is what was earned in it.
        sum.Revenue = sum.Value;
        if (overflowed)
            Overflows.Add(customer);
    }

    private void AddWithRefunds(int customer, ReadOnlySpan<LineEntry> lines)
    {
        ExactSum all = default;
        ref CustomerTotals sum = ref totals[customer];
        foreach (LineEntry line in lines)
        {
            all.Add(line.Amount);
            if (partition.Day(line.Key) >= windowStart)
                sum.Revenue += line.Amount;
        }

        if (all.Overflowed)
        {
            Overflows.Add(customer);
            return;
        }

        foreach (PurchaseDay day in matcher.Match(customer, lines, partition, windowStart, Refunds))
        {
            if (!day.Undone)
                AddDay(customer, ref sum, day.Day, day.Remaining);
        }
    }

    private void AddDay(int customer, ref CustomerTotals sum, int day, long value)
    {
        if (day < windowStart)
        {
            sum.BoughtBefore = true;
            return;
        }

        int before = sum.LastDay;
        sum.LastDay = partition.FirstDay + day;
        sum.Value += value;
        Days?.Add(customer, sum.LastDay, value);
        if (sum.Purchases++ > 0)
        {
            rhythms?[customer].Add(sum.LastDay - before, gapUnit, value);
            RepeatsByDay[day]++;
            return;
        }

        sum.FirstDay = sum.LastDay;
        sum.FirstValue = value;
    }
}
