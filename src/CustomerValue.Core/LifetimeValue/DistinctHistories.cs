using CustomerValue.Customers;

namespace CustomerValue.LifetimeValue;

/// <summary>
/// The distinct (x, t_x, T) of a population with their weights, ordered, so that the order of the rows never shows.
/// What a fit costs grows with these, not with customers.
/// </summary>
internal sealed class DistinctHistories
{
    private DistinctHistories(int count)
    {
        Frequency = new int[count];
        Recency = new double[count];
        Age = new double[count];
        Weight = new double[count];
    }

    public int[] Frequency { get; }

    public double[] Recency { get; }

    public double[] Age { get; }

    public double[] Weight { get; }

    public int Count => Frequency.Length;

    /// <summary>Groups equal rows; rows of weight 0 are passed over.</summary>
    public static DistinctHistories Of(SummaryColumns columns, ReadOnlySpan<double> weights)
    {
        ReadOnlySpan<int> frequency = columns.Frequency;
        ReadOnlySpan<double> recency = columns.Recency;
        ReadOnlySpan<double> age = columns.Age;
        // Open addressing over row numbers + 1: a slot holds the first row of its history.
        int size = 64;
        int[] slots = new int[size];
        int[] slotOfHistory = new int[size];
        double[] weightOfSlot = new double[size];
        int histories = 0;
        for (int row = 0; row < frequency.Length; row++)
        {
            double weight = weights.IsEmpty ? 1 : weights[row];
            if (weight == 0)
                continue;
            if (histories * 2 >= size)
                Grow(columns, ref slots, ref slotOfHistory, ref weightOfSlot, ref size, histories);
            int slot = Find(columns, slots, row);
            if (slots[slot] == 0)
            {
                slots[slot] = row + 1;
                slotOfHistory[histories++] = slot;
            }

            weightOfSlot[slot] += weight;
        }

        int[] first = new int[histories];
        double[] total = new double[histories];
        for (int i = 0; i < histories; i++)
        {
            first[i] = slots[slotOfHistory[i]] - 1;
            total[i] = weightOfSlot[slotOfHistory[i]];
        }

        Array.Sort(first, total, Comparer<int>.Create((left, right) => Compare(columns, left, right)));
        DistinctHistories distinct = new(histories);
        for (int i = 0; i < histories; i++)
        {
            distinct.Frequency[i] = frequency[first[i]];
            distinct.Recency[i] = recency[first[i]];
            distinct.Age[i] = age[first[i]];
            distinct.Weight[i] = total[i];
        }

        return distinct;
    }

    private static int Find(SummaryColumns columns, int[] slots, int row)
    {
        int frequency = columns.Frequency[row];
        double recency = columns.Recency[row];
        double age = columns.Age[row];
        ulong hash = ((ulong)BitConverter.DoubleToInt64Bits(recency) * 0x9E3779B97F4A7C15UL)
            ^ ((ulong)BitConverter.DoubleToInt64Bits(age) * 0xC2B2AE3D27D4EB4FUL)
            ^ ((ulong)frequency * 0x165667B19E3779F9UL);
        hash ^= hash >> 32;
        int mask = slots.Length - 1;
        int slot = (int)((hash * 0x9E3779B97F4A7C15UL) >> 33) & mask;
        while (slots[slot] != 0)
        {
            int other = slots[slot] - 1;
            if (columns.Frequency[other] == frequency && columns.Recency[other] == recency && columns.Age[other] == age)
                break;
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private static void Grow(SummaryColumns columns, ref int[] slots, ref int[] slotOfHistory, ref double[] weightOfSlot, ref int size, int histories)
    {
        size *= 4;
        int[] larger = new int[size];
        double[] weights = new double[size];
        for (int i = 0; i < histories; i++)
        {
            int old = slotOfHistory[i];
            int slot = Find(columns, larger, slots[old] - 1);
            larger[slot] = slots[old];
            weights[slot] = weightOfSlot[old];
            slotOfHistory[i] = slot;
        }

        Array.Resize(ref slotOfHistory, size);
        slots = larger;
        weightOfSlot = weights;
    }

    private static int Compare(SummaryColumns columns, int left, int right)
    {
        int order = columns.Frequency[left].CompareTo(columns.Frequency[right]);
        if (order == 0)
            order = columns.Age[left].CompareTo(columns.Age[right]);
        return order != 0 ? order : columns.Recency[left].CompareTo(columns.Recency[right]);
    }
}
